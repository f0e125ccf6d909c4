package bcl.fuzz;

import java.util.List;
import java.util.stream.IntStream;

/** A small file with every type of record, all of whose contacts are accepted. */
final class GoodFile {
    static final Specimen FILE = new Specimen("S0001.PN000001.BCL", Specimen.bytes("""
            "A00",41001,"BCL",20261120,"183000",1
            "L01","C1","GSR",9902000103,,"D",,"A DESK","01632 960170",,
            "L02","H",,,,6,,,"QUARRY CLOSE",,"SAMPLEBURY",,"QX7","3EF",
            "L03",,"A DE LA RUE",,"o@example.com",
            "L04","L0055123",,,2009,"U",5,"Y",7,"F",20090611
            "L05",20261111,358,"A",,
            "L06","LI","GF",20261111,"Y","Y"
            "L12",1,"SMELL"
            "L01","C2","DUP",9902000103,,"D",,"A DESK","01632 960170",,
            "L07",9902000204,,
            "L01","C3","SUT",9902000103,,"D",,"A DESK","01632 960170",,
            "L08",20260101,20260201,100,"TM",,"S00"
            "L01","C4","RFA",9902000103,,"D",,"A DESK","01632 960170",,
            "L09",20260101,20260201,-5,"IR",
            "L01","C5","PRS",9902000103,,"D",,"A DESK","01632 960170",,
            "L10",9902000204,"P","A",20260101
            "L01","C6","FLE",,,"D",,"A DESK","01632 960170",,
            "L11","S0001.PN000001.BCR",
            "Z99",17
            """.replace("\n", "\r\n")));

    private GoodFile() {}

    /** What is left of it if the upload breaks off behind each of its bytes. */
    static List<Specimen> cuts() {
        return IntStream.rangeClosed(0, FILE.bytes().length)
                .mapToObj(length -> FILE.with(java.util.Arrays.copyOf(FILE.bytes(), length)))
                .toList();
    }
}
