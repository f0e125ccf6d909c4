package bcl.generate;

import bcl.wire.Organisation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes the reference data (interface, section 9). */
final class ReferenceFiles {
    private ReferenceFiles() {}

    static void organisations(Companies companies, Path folder) throws IOException {
        try (BufferedWriter out = writer(folder.resolve("organisations.csv"))) {
            out.write("short_code,organisation_id,name,role,bulk\n");
            for (Organisation each : companies.all()) {
                out.write(each.shortCode() + "," + each.id() + "," + each.name() + "," + each.role() + ",Y\n");
            }
        }
    }

    static void snapshot(Points points, LocalDate date, Path folder, Runnable made) throws IOException {
        String name = "meter-points-" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ".csv";
        StringBuilder row = new StringBuilder(80);
        try (BufferedWriter out = writer(folder.resolve(name))) {
            out.write("mprn,shipper,network,status,class,market_sector,aq_kwh,meter_serial\n");
            for (long i = 0; i < points.count(); i++) {
                row.setLength(0);
                row.append(points.mprn(i)).append(',').append(points.shipperCode(i));
                row.append(',').append(points.networkCode(i)).append(',').append(points.status(i));
                row.append(',').append(points.meterClass(i)).append(points.isDomestic(i) ? ",D," : ",I,");
                row.append(points.aq(i)).append(',').append(points.serial(i)).append('\n');
                out.append(row);
                made.run();
            }
        }
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
    }
}
