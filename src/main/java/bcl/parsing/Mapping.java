package bcl.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.beanio.Marshaller;
import org.beanio.StreamFactory;
import org.beanio.Unmarshaller;

/**
 * The BeanIO mappings in {@code schemas/}, loaded once. The factories may be shared between threads; what they make may not.
 */
final class Mapping {
    private static final String INBOUND = read("bcl-inbound.xml");
    private static final StreamFactory STRICT = factory(INBOUND);
    /** The same mapping with nothing required: BeanIO gives no values of a record in which a field failed. */
    private static final StreamFactory LENIENT = factory(INBOUND.replace(" required=\"true\"", ""));

    private static final StreamFactory OUTBOUND = factory(read("bcl-outbound.xml"));
    private static final Set<String> SIGNED = signed(INBOUND);

    private Mapping() {}

    static Unmarshaller strict() {
        return STRICT.createUnmarshaller("bcl", Locale.ROOT);
    }

    static Unmarshaller lenient() {
        return LENIENT.createUnmarshaller("bcl", Locale.ROOT);
    }

    static Marshaller marshaller() {
        return OUTBOUND.createMarshaller("answer");
    }

    /** Whether a sign may stand before the digits of a field. */
    static boolean isSigned(String field) {
        return SIGNED.contains(field);
    }

    private static StreamFactory factory(String mapping) {
        // Not the loader of the thread, which in a packed jar may not know the type handlers.
        StreamFactory factory = StreamFactory.newInstance(Mapping.class.getClassLoader());
        try {
            factory.load(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return factory;
    }

    private static String read(String name) {
        try (InputStream in = Mapping.class.getResourceAsStream("/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("schemas/" + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schemas/" + name, e);
        }
    }

    private static Set<String> signed(String mapping) {
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new java.io.StringReader(mapping));
            Set<String> names = new HashSet<>();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && "N.signed".equals(xml.getAttributeValue(null, "typeHandler"))) {
                    names.add(xml.getAttributeValue(null, "name"));
                }
            }
            return Set.copyOf(names);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("schemas/bcl-inbound.xml: " + e.getMessage(), e);
        }
    }
}
