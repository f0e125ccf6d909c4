package bcl.jobs;

import bcl.validation.Content;
import bcl.wire.FieldLayout;
import bcl.wire.Layouts;

/**
 * A stored record as a JSON object of field names and values, empty fields and the record id left out. Stored fields hold the
 * characters 0x20 to 0x7E alone, so that only the quote and the backslash need an escape; a general JSON writer costs several
 * times as much here, on the hot path.
 */
final class FieldsAsJson {
    private FieldsAsJson() {}

    static String of(Content.Stored stored) {
        StringBuilder json = new StringBuilder(256).append('{');
        for (FieldLayout field : Layouts.inbound().get(stored.recordId()).fields()) {
            String value = stored.fields().get(field.number() - 1);
            if (field.number() > 1 && !value.isEmpty()) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(field.name())
                        .append("\":\"");
                escape(value, json);
                json.append('"');
            }
        }
        return json.append('}').toString();
    }

    private static void escape(String value, StringBuilder json) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
    }
}
