package bcl.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's binary COPY format: a header, then for each row the number of fields and each field with its length. */
final class CopyRows implements RowWriter, AutoCloseable {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final VarHandle INT16 = view(short[].class);
    private static final VarHandle INT32 = view(int[].class);
    private static final VarHandle INT64 = view(long[].class);
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
        field(8);
        int64((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1000);
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
        INT16.set(buffer, length, (short) value);
        length += Short.BYTES;
    }

    private void int32(int value) {
        INT32.set(buffer, length, value);
        length += Integer.BYTES;
    }

    private void int64(long value) {
        INT64.set(buffer, length, value);
        length += Long.BYTES;
    }

    /** Writes numbers into the buffer as PostgreSQL wants them, the high byte first. */
    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }
}
