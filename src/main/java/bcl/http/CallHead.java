package bcl.http;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands before the files in the body of a call.
 *
 * @param files in the order in which their bytes follow
 */
record CallHead(List<String> arguments, String user, Path workingDirectory, boolean terminal, List<SentFile> files) {
    /** Of head and of all files together, in bytes: above them a call is refused before anything is done. */
    static final int LONGEST_HEAD = 256 * 1024;

    static final long LARGEST_FILES = 256L << 20;

    /** The version of what client and service say to each other; both must have the same. */
    static final int PROTOCOL = 1;

    static final String PROTOCOL_HEADER = "BCL-Protocol";
    static final String PATH = "/api/calls";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    CallHead {
        arguments = List.copyOf(arguments);
        files = List.copyOf(files);
    }

    /**
     * A file of the caller.
     *
     * @param size in bytes; below zero if the caller has no such file
     */
    record SentFile(Path path, long size) {}

    byte[] bytes() {
        return JSON.writeValueAsBytes(Map.of(
                "arguments",
                arguments,
                "user",
                user,
                "workingDirectory",
                workingDirectory.toString(),
                "terminal",
                terminal,
                "files",
                files.stream()
                        .map(file -> Map.of("path", file.path().toString(), "size", file.size()))
                        .toList()));
    }

    /** @throws BadRequest if it is none */
    static CallHead of(byte[] bytes) {
        try {
            JsonNode node = JSON.readTree(bytes);
            List<String> arguments = new ArrayList<>();
            for (JsonNode word : node.required("arguments")) {
                arguments.add(word.stringValue());
            }
            List<SentFile> files = new ArrayList<>();
            for (JsonNode file : node.required("files")) {
                files.add(new SentFile(
                        Path.of(file.required("path").stringValue()),
                        file.required("size").longValue()));
            }
            if (arguments.isEmpty()) {
                throw new BadRequest(400, "a call needs arguments");
            }
            return new CallHead(
                    arguments,
                    node.required("user").stringValue(),
                    Path.of(node.required("workingDirectory").stringValue()),
                    node.required("terminal").booleanValue(),
                    files);
        } catch (JacksonException | InvalidPathException e) {
            throw new BadRequest(400, "this is no head of a call");
        }
    }
}
