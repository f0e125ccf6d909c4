package bcl.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The record types of the files, read from the same BeanIO mappings that map the records. Immutable. */
public final class Layouts {
    private static final Layouts INBOUND = load("bcl-inbound.xml");
    private static final Layouts OUTBOUND = load("bcl-outbound.xml");

    private final Map<String, RecordLayout> byId;

    private Layouts(Map<String, RecordLayout> byId) {
        this.byId = byId;
    }

    /** The records of {@code BCL} files. */
    public static Layouts inbound() {
        return INBOUND;
    }

    /** The records of {@code BCR} and {@code FRJ} files. */
    public static Layouts outbound() {
        return OUTBOUND;
    }

    /** The record type with this id, or null if there is none. */
    public @Nullable RecordLayout find(String id) {
        return byId.get(id);
    }

    /** The record type with this id, which must be there. */
    public RecordLayout get(String id) {
        RecordLayout layout = byId.get(id);
        if (layout == null) {
            throw new IllegalArgumentException("no record type " + id);
        }
        return layout;
    }

    public List<RecordLayout> all() {
        return List.copyOf(byId.values());
    }

    private static Layouts load(String mapping) {
        try (InputStream in = Layouts.class.getResourceAsStream("/schemas/" + mapping)) {
            if (in == null) {
                throw new IllegalStateException("schemas/" + mapping + " is not on the class path");
            }
            return new Layouts(read(in));
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("schemas/" + mapping + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, RecordLayout> read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        Map<String, RecordLayout> layouts = new LinkedHashMap<>();
        List<FieldLayout> fields = new ArrayList<>();
        String record = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && "record".equals(xml.getLocalName())) {
                record = attribute(xml, "name");
                fields.clear();
            } else if (event == XMLStreamReader.START_ELEMENT && "field".equals(xml.getLocalName())) {
                fields.add(field(xml, fields.size() + 1));
            } else if (event == XMLStreamReader.END_ELEMENT && "record".equals(xml.getLocalName())) {
                String id = record.substring(0, 3);
                layouts.put(id, new RecordLayout(id, record, fields));
            }
        }
        return layouts;
    }

    private static FieldLayout field(XMLStreamReader xml, int number) {
        return new FieldLayout(
                number,
                attribute(xml, "name"),
                "true".equals(attribute(xml, "required")),
                Domain.valueOf(attribute(xml, "typeHandler").substring(0, 1)),
                Integer.parseInt(attribute(xml, "maxLength")));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
