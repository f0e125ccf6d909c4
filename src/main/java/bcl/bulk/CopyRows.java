package bcl.bulk;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's binary COPY format: a header, then for each row the number of fields and each field with its length. */
final class CopyRows implements RowWriter, AutoCloseable {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int FLUSH = 1 << 16;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH + (1 << 14)];
    private int length;
    private boolean inRow;

    CopyRows(PGConnection connection, BulkTable table) throws SQLException {
        this.copy = connection.getCopyAPI().copyIn(table.copy());
        this.columns = table.columns().size();
        put(HEADER);
    }

    @Override
    public RowWriter bigint(@Nullable Long value) {
        if (value == null) {
            field(-1);
        } else {
            field(8);
            int64(value);
        }
        return this;
    }

    @Override
    public RowWriter integer(int value) {
        field(4);
        int32(value);
        return this;
    }

    @Override
    public RowWriter text(@Nullable String value) {
        if (value == null) {
            field(-1);
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public RowWriter bytes(byte[] value) {
        field(value.length);
        put(value);
        return this;
    }

    @Override
    public RowWriter instant(Instant value) {
        Duration since = Duration.between(EPOCH, value);
        field(8);
        int64(since.getSeconds() * 1_000_000 + since.getNano() / 1000);
        return this;
    }

    @Override
    public void endRow() throws SQLException {
        inRow = false;
        if (length >= FLUSH) {
            flush();
        }
    }

    void finish() throws SQLException {
        ensure(2);
        int16(-1);
        flush();
        copy.endCopy();
    }

    /** A COPY that was not finished is cancelled, so that the connection can be used to roll back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void field(int size) {
        if (!inRow) {
            ensure(2);
            int16(columns);
            inRow = true;
        }
        ensure(4 + 8);
        int32(size);
    }

    private void put(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void ensure(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void int16(int value) {
        buffer[length++] = (byte) (value >> 8);
        buffer[length++] = (byte) value;
    }

    private void int32(int value) {
        int16(value >> 16);
        int16(value);
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }
}
