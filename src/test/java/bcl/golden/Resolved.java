package bcl.golden;

import bcl.testsupport.EngineHome;
import bcl.testsupport.TestDatabase;
import java.util.List;

/** A contact that the CDSP closed. */
record Resolved(long crn, String status, String reason) {
    static Resolved parse(String row) {
        String[] fields = row.split(",", 3);
        return new Resolved(Long.parseLong(fields[0]), fields[1], fields[2]);
    }

    static void report(EngineHome home, List<Resolved> rows) {
        try (TestDatabase database = home.database()) {
            for (Resolved row : rows) {
                database.jdbc()
                        .sql("update contact set status = ?, open_mprn = null where crn = ?")
                        .params(row.status, row.crn)
                        .update();
            }
        }
    }
}
