package bcl.parsing;

import bcl.wire.RecordLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.beanio.Marshaller;
import org.beanio.StreamFactory;
import org.beanio.Unmarshaller;

/**
 * The BeanIO mappings in {@code schemas/}, loaded once. The factories may be shared between threads; what they make may not.
 *
 * <p>Each record is made a stream of its own: which record it is is known before BeanIO is asked, and its own search through all of
 * them takes a third of its time.
 */
final class Mapping {
    private static final Pattern STREAM = Pattern.compile("<stream name=\"[a-z]+\" [^>]*>");
    private static final Pattern RECORD = Pattern.compile("<record name=\"([^\"]*)\"");

    private static final String INBOUND = read("bcl-inbound.xml");
    private static final StreamFactory STRICT = factory(streams(INBOUND));
    /** The same mapping with nothing required: BeanIO gives no values of a record in which a field failed. */
    private static final StreamFactory LENIENT = factory(streams(INBOUND.replace(" required=\"true\"", "")));

    private static final StreamFactory OUTBOUND = factory(streams(read("bcl-outbound.xml")));
    private static final Set<String> SIGNED = signed(INBOUND);

    private Mapping() {}

    static Unmarshaller strict(RecordLayout layout) {
        return STRICT.createUnmarshaller(layout.name(), Locale.ROOT);
    }

    static Unmarshaller lenient(RecordLayout layout) {
        return LENIENT.createUnmarshaller(layout.name(), Locale.ROOT);
    }

    static Marshaller marshaller(RecordLayout layout) {
        return OUTBOUND.createMarshaller(layout.name());
    }

    /** Whether a sign may stand before the digits of a field. */
    static boolean isSigned(String field) {
        return SIGNED.contains(field);
    }

    /** The mapping with its one stream cut into one a record, of the record's name. */
    private static String streams(String mapping) {
        Matcher stream = STREAM.matcher(mapping);
        if (!stream.find()) {
            throw new IllegalStateException("a mapping in schemas/ has no stream");
        }
        String open = stream.group();
        String each = "<stream name=\"$1\"" + Matcher.quoteReplacement(open.substring(open.indexOf(" format="))) + "$0";
        return RECORD.matcher(mapping.replace(open, "").replace("</stream>", ""))
                .replaceAll(each)
                .replace("</record>", "</record></stream>");
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
