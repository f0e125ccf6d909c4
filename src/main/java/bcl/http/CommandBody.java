package bcl.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code {"arguments": ["status", "--json"]}}: a command line, word by word. */
final class CommandBody {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORM = "{\"arguments\": [\"COMMAND\", ...]} is expected, all of it texts";

    private CommandBody() {}

    static List<String> arguments(String body) {
        JsonNode node = read(body);
        JsonNode words = node.get("arguments");
        if (!node.isObject() || node.size() != 1 || words == null || !words.isArray() || words.isEmpty()) {
            throw new BadRequest(400, FORM);
        }
        List<String> arguments = new ArrayList<>();
        for (JsonNode word : words) {
            if (!word.isString()) {
                throw new BadRequest(400, FORM);
            }
            arguments.add(word.stringValue());
        }
        return arguments;
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new BadRequest(400, "this is no JSON; " + FORM);
        }
    }
}
