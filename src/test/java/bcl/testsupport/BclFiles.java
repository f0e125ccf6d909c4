package bcl.testsupport;

/** Texts of inbound files. */
public final class BclFiles {
    /** The worked example of the interface, section 10. */
    public static final String WORKED = """
            "A00",1234,"BCL",20230301,"193000",42
            "L01","SHP-0001","MNC",,"G4A12345678901","D",,"A REQUESTOR","0121 496 0123",,20230220
            "L02","N","PLOT 7",,,12,,,"HIGH STREET",,"SOLIHULL","WEST MIDLANDS","B91","3AA",
            "L03","MS","B OCCUPIER","0121 496 0456",,
            "L04","G4A12345678901",,,2021,"U",5,"N",32,"F",20220915
            "L12",1,"METER FITTED, NO MPRN FOUND FOR THE ADDRESS"
            "L01","SHP-0002","DUP",9900001207,,"D",,"A REQUESTOR",,"requests@example.com",
            "L07",1000000109,9900001207,
            "L01","SHP-0003","DUP",1234567890,,"D",,"A REQUESTOR",,"requests@example.com",
            "L07",1000000109,,
            "Z99",9
            """;

    private BclFiles() {}

    /** A file of enquiries, two lines each, the first in line 2. */
    public static String enquiries(int number, int from, int count) {
        StringBuilder text = new StringBuilder(100 * count)
                .append("\"A00\",1234,\"BCL\",20230301,\"193000\",")
                .append(number)
                .append('\n');
        for (int i = from; i < from + count; i++) {
            text.append("\"L01\",\"ENQ-").append(i).append("\",\"ENQ\",,,\"D\",,\"A REQUESTOR\",\"0121 496 0123\",,\n");
            text.append("\"L12\",1,\"SEEN ON SITE\"\n");
        }
        return text.append("\"Z99\",").append(2 * count).append('\n').toString();
    }
}
