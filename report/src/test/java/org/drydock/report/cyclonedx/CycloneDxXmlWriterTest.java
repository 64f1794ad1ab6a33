package org.drydock.report.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.drydock.report.Golden;
import org.drydock.report.ReportWriter;
import org.drydock.report.SampleReport;
import org.drydock.report.ScanReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class CycloneDxXmlWriterTest {
    private static final ReportWriter WRITER = new CycloneDxXmlWriter();
    private static Schema schema;

    @BeforeAll
    static void readOfficialSchema() throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((_, _, _, systemId, base) -> {
            String name = systemId.substring(systemId.lastIndexOf('/') + 1);
            return name.equals("spdx") || name.equals("spdx.xsd") ? new SpdxInput(base) : null;
        });
        schema = factory.newSchema(source("/bom-1.6.xsd"));
    }

    private static Source source(String name) {
        return new StreamSource(CycloneDxXmlWriterTest.class.getResourceAsStream(name), name);
    }

    static Stream<ScanReport> reports() {
        return CycloneDxJsonWriterTest.reports();
    }

    @Test
    void looksAsAgreed() throws IOException {
        Golden.check("cyclonedx.xml", Golden.render(WRITER, SampleReport.compared()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void keepsToTheOfficialSchema(ScanReport report) throws IOException, SAXException {
        schema.newValidator().validate(new StreamSource(new StringReader(Golden.render(WRITER, report))));
    }

    @Test
    void bothNotationsHaveTheSameSerialNumber() throws IOException {
        String xml = Golden.render(WRITER, SampleReport.report());
        String serial = xml.substring(xml.indexOf("urn:uuid:"), xml.indexOf("urn:uuid:") + 45);
        assertThat(Golden.render(new CycloneDxJsonWriter(), SampleReport.report()))
                .contains("\"" + serial + "\"");
    }
}
