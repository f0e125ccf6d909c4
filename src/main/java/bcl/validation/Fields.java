package bcl.validation;

/** The fields that rules read, by the names of the interface's tables. */
final class Fields {
    static final Field A00_ORGANISATION = Field.of("A00", "ORGANISATION_ID");
    static final Field A00_FILE_TYPE = Field.of("A00", "FILE_TYPE");
    static final Field A00_CREATION_DATE = Field.of("A00", "CREATION_DATE");
    static final Field A00_NUMBER = Field.of("A00", "GENERATION_NUMBER");
    static final Field Z99_COUNT = Field.of("Z99", "RECORD_COUNT");

    static final Field L01_REFERENCE = Field.of("L01", "ORIGINATOR_REFERENCE");
    static final Field L01_CODE = Field.of("L01", "CONTACT_CODE");
    static final Field L01_MPRN = Field.of("L01", "METER_POINT_REFERENCE");
    static final Field L01_SERIAL = Field.of("L01", "METER_SERIAL_NUMBER");
    static final Field L01_PREVIOUS = Field.of("L01", "PREVIOUS_CONTACT_REFERENCE");
    static final Field L01_TELEPHONE = Field.of("L01", "REQUESTOR_TELEPHONE");
    static final Field L01_EMAIL = Field.of("L01", "REQUESTOR_EMAIL");
    static final Field L01_EVIDENCE_DATE = Field.of("L01", "EVIDENCE_DATE");

    static final Field L02_TYPE = Field.of("L02", "ADDRESS_TYPE");
    static final Field L02_PLOT = Field.of("L02", "PLOT_NUMBER");
    static final Field L02_SUB_BUILDING = Field.of("L02", "SUB_BUILDING_NAME");
    static final Field L02_BUILDING = Field.of("L02", "BUILDING_NAME");
    static final Field L02_BUILDING_NUMBER = Field.of("L02", "BUILDING_NUMBER");

    static final Field L03_TELEPHONE = Field.of("L03", "CONTACT_TELEPHONE");
    static final Field L03_EMAIL = Field.of("L03", "CONTACT_EMAIL");

    static final Field L04_YEAR = Field.of("L04", "METER_MFRED_YEAR");
    static final Field L04_DIALS = Field.of("L04", "NUMBER_OF_DIALS_OR_DIGITS");
    static final Field L04_INSTALLED = Field.of("L04", "METER_INSTALLATION_DATE");

    static final Field L05_DATE = Field.of("L05", "READ_DATE");
    static final Field L05_READING = Field.of("L05", "METER_READING");

    static final Field L06_REQUESTED = Field.of("L06", "REQUESTED_STATUS");
    static final Field L06_REASON = Field.of("L06", "STATUS_REASON_CODE");
    static final Field L06_EFFECTIVE = Field.of("L06", "STATUS_EFFECTIVE_DATE");
    static final Field L06_GAS = Field.of("L06", "GAS_FLOWING_INDICATOR");

    static final Field L07_DUPLICATE = Field.of("L07", "DUPLICATE_METER_POINT_REFERENCE");
    static final Field L07_RETAIN = Field.of("L07", "METER_POINT_TO_RETAIN");

    static final Field L08_START = Field.of("L08", "THEFT_START_DATE");
    static final Field L08_END = Field.of("L08", "THEFT_END_DATE");

    static final Field L09_START = Field.of("L09", "ADJUSTMENT_START_DATE");
    static final Field L09_END = Field.of("L09", "ADJUSTMENT_END_DATE");

    static final Field L10_RELATED = Field.of("L10", "RELATED_METER_POINT_REFERENCE");

    static final Field L11_DATE = Field.of("L11", "QUERIED_FILE_DATE");

    static final Field L12_SEQUENCE = Field.of("L12", "SEQUENCE_NUMBER");

    private Fields() {}
}
