package bcl.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes reference files for tests. */
final class ReferenceFiles {
    static final String ORGANISATIONS = "short_code,organisation_id,name,role,bulk\n";
    static final String POINTS = "mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n";
    static final String POINT = "9900001207,XYZ,NET,LI,4,D,15000,G4A12345678901\n";
    static final LocalDate DATE = LocalDate.of(2023, 2, 28);

    private ReferenceFiles() {}

    static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many valid rows, with the numbers 1000001, 1000002, ... */
    static String points(int count) {
        StringBuilder text = new StringBuilder(POINTS);
        for (int i = 1; i <= count; i++) {
            text.append(1_000_000 + i).append(",XYZ,NET,LI,4,D,15000,\n");
        }
        return text.toString();
    }
}
