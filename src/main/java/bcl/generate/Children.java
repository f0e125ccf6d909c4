package bcl.generate;

import java.util.List;

/** Makes child records that fit their contact (interface, sections 4 and 5). */
final class Children {
    private final Words words;
    private final Points points;

    Children(Words words, Points points) {
        this.words = words;
        this.points = points;
    }

    /** @param dead whether an isolation asks for DE */
    void add(Draft draft, String id, boolean dead) {
        switch (id) {
            case "L02" -> draft.add(address(draft));
            case "L03" -> draft.add("L03", "MS", words.name(), words.telephone(), "", "RING THE BELL TWICE");
            case "L04" -> draft.add(meter(draft));
            case "L05" ->
                draft.add(
                        "L05", words.date(), words.number(99_999), words.dice().hits(0.5) ? "A" : "C", "", "");
            case "L06" -> draft.add(status(draft, dead));
            case "L07" -> draft.add("L07", other(draft), draft.contact()[3], "");
            case "L08" -> draft.add(theft());
            case "L09" -> draft.add(adjustment());
            case "L10" -> draft.add("L10", other(draft), words.dice().hits(0.5) ? "P" : "T", "A", words.date());
            case "L11" -> draft.add("L11", "AAA01.PN" + (100_000 + words.dice().below(900_000)) + ".BCL", words.date());
            case "L12" -> draft.add("L12", "1", words.narrative());
            default -> throw new IllegalArgumentException("no child record " + id);
        }
    }

    private String[] address(Draft draft) {
        List<String> types = draft.code().addressTypes();
        List<String> town = words.town();
        return new String[] {
            "L02",
            types.isEmpty() ? "H" : types.get(0),
            "",
            words.dice().hits(0.2) ? "FLAT " + words.number(40) : "",
            "",
            words.number(300),
            "",
            "",
            words.street(),
            "",
            town.get(0),
            town.get(1),
            town.get(2),
            town.get(3),
            ""
        };
    }

    private String[] meter(Draft draft) {
        String serial = draft.contact()[4];
        if (serial.isEmpty()) {
            serial = "E6S" + (100_000_000 + words.dice().below(900_000_000));
        }
        return new String[] {"L04", serial, "", "", "2021", "U", "5", "N", words.number(32), "F", words.date()};
    }

    private String[] status(Draft draft, boolean dead) {
        String wanted = switch (draft.code().code()) {
            case "STE" -> "EX";
            case "ISO" -> dead ? "DE" : "LI";
            default -> "LI";
        };
        String gas = "LI".equals(wanted) ? "Y" : "N";
        return new String[] {"L06", wanted, words.dice().hits(0.5) ? "SR" : "CR", words.date(), "U", gas};
    }

    private String[] theft() {
        List<String> period = words.period();
        String supplier = "SUP";
        return new String[] {"L08", period.get(0), period.get(1), words.number(90_000), "TM", "", supplier};
    }

    private String[] adjustment() {
        List<String> period = words.period();
        String sign = words.dice().hits(0.3) ? "-" : "";
        return new String[] {"L09", period.get(0), period.get(1), sign + words.number(90_000), "IR", ""};
    }

    /** Another meter point that exists, whoever's it is. */
    private String other(Draft draft) {
        String mprn = points.mprn(points.any(words.dice()));
        return mprn.equals(draft.contact()[3]) ? points.mprn((draft.point() + 1) % points.count()) : mprn;
    }
}
