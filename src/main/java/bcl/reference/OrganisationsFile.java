package bcl.reference;

import bcl.wire.Organisation;
import bcl.wire.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code organisations.csv}, whole or not at all (interface, section 9). */
final class OrganisationsFile {
    static final String NAME = "organisations.csv";

    private static final List<String> COLUMNS = List.of("short_code", "organisation_id", "name", "role", "bulk");
    private static final int SHORT_CODE = 0;
    private static final int ID = 1;
    private static final int ORGANISATION_NAME = 2;
    private static final int ROLE = 3;
    private static final int BULK = 4;
    private static final int LONGEST_NAME = 400;

    private final List<Organisation> organisations = new ArrayList<>();
    private final Map<String, Long> linesByCode = new HashMap<>();
    private final Map<Long, Long> linesById = new HashMap<>();

    private OrganisationsFile() {}

    static Attempt<List<Organisation>> read(SourceFile source) throws IOException {
        OrganisationsFile file = new OrganisationsFile();
        BadLines bad = new BadLines();
        Optional<Refused> refused = new CsvTable(source, COLUMNS, file::take).read(bad);
        if (refused.isPresent()) {
            return Attempt.notDone(refused.get());
        }
        if (bad.count() > 0) {
            return Attempt.notDone(Refused.forLines(source.name(), bad));
        }
        if (file.organisations.isEmpty()) {
            return Attempt.notDone(Refused.whole(source.name(), "the file has no rows."));
        }
        return Attempt.done(List.copyOf(file.organisations));
    }

    private void take(Row row) {
        String code = shortCode(row);
        long id = id(row);
        String name = row.value(ORGANISATION_NAME).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            row.wrong(ORGANISATION_NAME, "is not 1 to " + LONGEST_NAME + " characters");
        }
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(row.value(ROLE)))
                .findFirst();
        if (role.isEmpty()) {
            row.wrong(ROLE, "is none of S G I M D U");
        }
        String bulk = row.value(BULK);
        if (!bulk.equals("Y") && !bulk.equals("N")) {
            row.wrong(BULK, "is neither Y nor N");
        }
        if (row.isGood()) {
            organisations.add(new Organisation(code, id, name, role.orElseThrow(), bulk.equals("Y")));
        }
    }

    private String shortCode(Row row) {
        String code = row.value(SHORT_CODE);
        if (ShortCodes.number(code) <= ShortCodes.NONE) {
            row.wrong(SHORT_CODE, "is not " + ShortCodes.FORM);
        } else {
            Long earlier = linesByCode.putIfAbsent(code, row.line());
            if (earlier != null) {
                row.wrong(SHORT_CODE, "is also in line " + earlier);
            }
        }
        return code;
    }

    private long id(Row row) {
        long id = WholeNumber.parse(row.value(ID), 10);
        if (id < 0) {
            row.wrong(ID, "is not a number of 1 to 10 digits");
        } else {
            Long earlier = linesById.putIfAbsent(id, row.line());
            if (earlier != null) {
                row.wrong(ID, "is also in line " + earlier);
            }
        }
        return id;
    }
}
