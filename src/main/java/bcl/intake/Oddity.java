package bcl.intake;

import java.nio.file.Path;

/**
 * Something that is no regular file. It is never followed or opened.
 *
 * @param folder the folder below {@code sftp/}, empty for what lies in {@code sftp/} itself
 * @param quarantine whether it goes to quarantine; folders stay, for a sender may be at work in them
 */
record Oddity(Path path, String folder, String name, Entry entry, boolean quarantine) {
    String subject() {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    String what() {
        return switch (entry.kind()) {
            case FILE -> "A file where a folder should be";
            case FOLDER -> "A folder";
            case LINK -> "A symbolic link, never followed";
            case OTHER -> "A pipe, device or socket, never opened";
        };
    }
}
