package dev.threadmill.archive.tools;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the schemas of Atom (RFC 4287) and JSON Feed 1.1 have against a feed. */
public final class FeedSchemas {

    private static final String FOLDER = "/dev/threadmill/archive/feeds/";

    private FeedSchemas() {}

    /** What is wrong with an Atom feed; empty when nothing is. */
    public static List<String> atomFaults(byte[] feed) throws IOException {
        Faults faults = new Faults();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, faults);
        ValidationDriver driver =
                new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try (InputStream schema = FeedSchemas.class.getResourceAsStream(FOLDER + "atom.rnc")) {
            if (!driver.loadSchema(new InputSource(schema))) {
                faults.found.add("the schema is broken");
            }
            driver.validate(new InputSource(new ByteArrayInputStream(feed)));
        } catch (SAXException e) {
            faults.found.add(e.toString());
        }
        return faults.found;
    }

    /** What is wrong with a JSON feed; empty when nothing is. */
    public static List<String> jsonFaults(byte[] feed) throws IOException {
        String name = FOLDER + "json-feed-1.1.schema.json";
        try (InputStream in = FeedSchemas.class.getResourceAsStream(name)) {
            Schema schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(in, InputFormat.JSON);
            return schema
                    .validate(new String(feed, StandardCharsets.UTF_8), InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private static final class Faults implements ErrorHandler {

        final List<String> found = new ArrayList<>();

        @Override
        public void warning(SAXParseException e) {
            found.add(e.toString());
        }

        @Override
        public void error(SAXParseException e) {
            found.add(e.toString());
        }

        @Override
        public void fatalError(SAXParseException e) {
            found.add(e.toString());
        }
    }
}
