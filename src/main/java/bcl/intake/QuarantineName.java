package bcl.intake;

/** A file's name below {@code quarantine/}: part of a digest, and what is harmless of its own name. */
final class QuarantineName {
    private static final int DIGEST = 32;
    private static final int OWN = 100;

    private QuarantineName() {}

    static String of(String digest, String name) {
        String harmless = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return digest.substring(0, DIGEST) + "-" + harmless.substring(0, Math.min(OWN, harmless.length()));
    }
}
