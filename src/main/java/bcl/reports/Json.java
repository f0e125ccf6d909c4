package bcl.reports;

import java.io.PrintStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One JSON object on a stream, written as it comes: memory does not grow with it. Names of strangers are safe on a terminal,
 * since everything that is not ASCII is escaped.
 */
final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final PrintStream out;
    private final JsonGenerator json;

    private Json(PrintStream out) {
        this.out = out;
        this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    static Json on(PrintStream out) {
        Json json = new Json(out);
        json.json.writeStartObject();
        return json;
    }

    Json text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
        return this;
    }

    Json number(String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
        return this;
    }

    /** ISO 8601 in UTC. */
    Json instant(String name, @Nullable Instant value) {
        return text(name, value == null ? null : value.toString());
    }

    Json nothing(String name) {
        json.writeNullProperty(name);
        return this;
    }

    Json object(String name, Runnable content) {
        json.writeObjectPropertyStart(name);
        content.run();
        json.writeEndObject();
        return this;
    }

    Json array(String name, Runnable content) {
        json.writeArrayPropertyStart(name);
        content.run();
        json.writeEndArray();
        return this;
    }

    /** An element of an array. */
    void object(Runnable content) {
        json.writeStartObject();
        content.run();
        json.writeEndObject();
    }

    /** An element of an array. */
    void text(String value) {
        json.writeString(value);
    }

    @Override
    public void close() {
        json.writeEndObject();
        json.close();
        out.println();
    }
}
