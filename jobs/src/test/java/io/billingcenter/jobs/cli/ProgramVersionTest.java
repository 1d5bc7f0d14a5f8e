package io.billingcenter.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ProgramVersionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void isThatOfThePom(String option) throws Exception {
        StringWriter text = new StringWriter();
        PrintWriter printed = new PrintWriter(text);

        int status = BillingCommand.run(Clock.systemUTC(), folder, printed, printed, option);

        assertThat(status).isEqualTo(ExitStatus.DONE.code());
        assertThat(text.toString().strip()).isEqualTo("Billing Center " + versionOfThePom());
    }

    private static String versionOfThePom() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("../pom.xml").toFile());
        return XPathFactory.newInstance().newXPath().evaluate("/project/version", pom);
    }
}
