package bcl.reconciliation;

import org.springframework.jdbc.core.JdbcTemplate;

/** One reconciliation under way. */
record Audit(Books books, Differences differences, Tally tally) {
    JdbcTemplate jdbc() {
        return books.jdbc();
    }

    /** One number; 0 where SQL has none. */
    long number(String sql, Object... values) {
        Long number = jdbc().queryForObject(sql, Long.class, values);
        return number == null ? 0 : number;
    }
}
