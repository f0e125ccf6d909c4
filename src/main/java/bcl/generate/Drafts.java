package bcl.generate;

import bcl.wire.ContactCode;
import bcl.wire.ContactCodes;
import bcl.wire.Need;
import bcl.wire.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the contacts of one organisation, all of which would be accepted. No two have the same code and meter point. */
final class Drafts {
    /** How often a code occurs beside the others; 2 for what is not named. */
    private static final Map<String, Integer> WEIGHTS =
            Map.of("ADD", 20, "UNC", 10, "ENQ", 15, "MUR", 10, "RFA", 8, "ISO", 6, "DTL", 6, "MNC", 4, "FLE", 1);

    private static final List<String> CHILDREN =
            List.of("L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12");

    private static final double OPTIONAL = 0.28;

    private final Organisation sender;
    private final Points points;
    private final Words words;
    private final Children children;
    private final boolean bare;
    private final List<ContactCode> codes = new ArrayList<>();
    /** How many contacts of a code were made: which meter point is next. */
    private final Map<String, Long> made = new HashMap<>();

    Drafts(Organisation sender, Recipe recipe, Points points, Words words) {
        this.sender = sender;
        this.points = points;
        this.words = words;
        this.children = new Children(words, points);
        this.bare = recipe.bare();
        for (ContactCode code : ContactCodes.all()) {
            boolean chosen = recipe.codes().isEmpty() || recipe.codes().contains(code.code());
            if (chosen && code.roles().contains(sender.role())) {
                int weight = WEIGHTS.getOrDefault(code.code(), 2);
                codes.addAll(java.util.Collections.nCopies(weight, code));
            }
        }
    }

    /** Whether the sender's role may raise any of the wanted codes. */
    boolean hasCodes() {
        return !codes.isEmpty();
    }

    /** @throws IllegalArgumentException if there are too few meter points for so many contacts of the wanted codes */
    Draft next(String reference) {
        ContactCode code = words.dice().oneOf(codes);
        boolean dead = !"ISO".equals(code.code()) || words.dice().hits(0.9);
        Points.Slots slots = slots(code, dead);
        long n = made.merge(code.code() + slots.first(), 1L, Long::sum) - 1;
        Draft draft = new Draft(code, point(code, slots, n));
        if (draft.point() < 0 && code.mprn() == Need.M && code.meterPointExists()) {
            leave(code);
            return next(reference);
        }
        draft.add(contact(draft, reference, n));
        for (String id : CHILDREN) {
            Need need = code.need(id);
            if (need == Need.M || (need == Need.O && !bare && words.dice().hits(OPTIONAL))) {
                children.add(draft, id, dead);
            }
        }
        return draft;
    }

    /** All meter points of a code were used. */
    private void leave(ContactCode code) {
        codes.removeIf(each -> each.equals(code));
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("meter-points: too few for so many contacts of these codes");
        }
    }

    private static Points.Slots slots(ContactCode code, boolean dead) {
        return switch (code.code()) {
            case "DTL", "STE" -> Points.DEAD;
            case "DMQ" -> Points.CLASS_ONE;
            case "ISO" -> dead ? Points.LIVE : Points.CAPPED;
            default -> Points.LIVE;
        };
    }

    private long point(ContactCode code, Points.Slots slots, long n) {
        boolean none = code.mprn() == Need.N || !code.meterPointExists();
        if (none || n >= points.ofShipper(slots)) {
            return -1;
        }
        int shipper = shipper();
        return shipper < 0
                ? -1
                : points.ofShipper(shipper, slots, n, code.code().hashCode());
    }

    /** Whose meter points the sender may name. */
    private int shipper() {
        return switch (sender.role()) {
            case S -> points.shipperNumber(sender.shortCode());
            case G, I -> points.shipperIn(sender.shortCode());
            case M, D, U -> 0;
        };
    }

    private String[] contact(Draft draft, String reference, long n) {
        ContactCode code = draft.code();
        boolean phone = words.dice().hits(0.6);
        String mprn =
                draft.point() >= 0 ? points.mprn(draft.point()) : code.meterPointExists() ? "" : Points.unknown(n);
        return new String[] {
            "L01",
            reference,
            code.code(),
            code.mprn() == Need.N ? "" : mprn,
            serial(draft),
            "D",
            "",
            words.name(),
            phone ? words.telephone() : "",
            phone ? "" : words.email(),
            words.dice().hits(0.5) ? words.date() : ""
        };
    }

    private String serial(Draft draft) {
        Need need = draft.code().serialNumber();
        if (need == Need.N || (need == Need.O && !words.dice().hits(OPTIONAL))) {
            return "";
        }
        String recorded = draft.point() < 0 ? "" : points.serial(draft.point());
        return recorded.isEmpty() && need == Need.M ? "E6S100000001" : recorded;
    }
}
