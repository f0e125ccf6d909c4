package bcl.generate;

/** A fault for which a file is rejected whole. */
enum FileFault {
    /** No header (FIL00004). */
    NO_HEADER,
    /** No trailer (FIL00006): the upload broke off. */
    NO_TRAILER,
    /** The trailer counts one record too many (FIL00007). */
    WRONG_COUNT,
    /** The header has another generation number than the name (FIL00010). */
    OTHER_NUMBER,
    /** Created after it was received (FIL00013). */
    FROM_THE_FUTURE,
    /** A record before the first contact (FIL00014). */
    STRAY_RECORD
}
