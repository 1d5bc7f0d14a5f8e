package io.billingcenter.domain.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.installation.OutputFolderContent.Series;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFolderContentTest {

    /** Revisions are written as period/number:digest. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // found, recorded, due, unknown
                "'', '', '', ''",
                "'', 2026-10-15/1:a, '', ''",
                "2026-10-15/1:a, 2026-10-15/1:a, '', ''",
                "2026-10-15/1:b, 2026-10-15/1:a, '', 2026-10-15/r1",
                "2026-10-15/1:a, '', '', 2026-10-15/r1",
                "2026-10-15/1:a 2026-10/1:c, 2026-10-15/1:a, '', 2026-10/r1",
                // a run ended between publishing and recording
                "2026-10-15/1:a 2026-10-15/2:b, 2026-10-15/1:a, 2026-10-15, ''",
                "2026-10-15/1:a 2026-10-16/1:b, 2026-10-15/1:a, 2026-10-16, ''",
                "2026-10-15/1:a 2026-10-15/3:b, 2026-10-15/1:a, 2026-10-15, 2026-10-15/r3",
                "2026-10-15/1:a 2026-10-15/2:b, 2026-10-15/1:a, 2026-10-16, 2026-10-15/r2",
                // a database without deliveries cannot have been interrupted in one
                "2026-10-15/1:a, '', 2026-10-15, 2026-10-15/r1"
            })
    void revisionsThatTheDatabaseDoesNotKnow(String found, String recorded, String due, String unknown) {
        OutputFolderContent folder = new OutputFolderContent(revisions(found), List.of(), Map.of(), List.of());
        Set<DeliveryPeriod> periods =
                words(due).stream().map(DeliveryPeriod::parse).collect(Collectors.toSet());
        assertThat(folder.unknownTo(revisions(recorded), periods))
                .extracting(PublishedRevision::toString)
                .containsExactlyElementsOf(words(unknown));
    }

    @Test
    void everySeriesBeginsAboveItsHighestNumber() {
        List<InvoiceNumber> numbers = List.of(
                new InvoiceNumber("INV", 2026, 7),
                new InvoiceNumber("INV", 2026, 12),
                new InvoiceNumber("INV", 2025, 40),
                new InvoiceNumber("EU-INV", 2026, 3));
        assertThat(new OutputFolderContent(List.of(), numbers, Map.of(), List.of()).highestNumbers())
                .isEqualTo(Map.of(
                        new Series("INV", 2026), 12L, new Series("INV", 2025), 40L, new Series("EU-INV", 2026), 3L));
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-10,acct-aurora,INV-2026-000001,CNY,13.40', INV-2026-000001",
        "'\"2026-10\",\"a,b\",\"EU-INV-2026-1234567\",\"CNY\"', EU-INV-2026-1234567",
        "'2026-10;acct;INV-2026-000012;CNY', INV-2026-000012",
        "'billing_month,account_id,invoice_number,currency', ''",
        "'2026-10,acct-2026-10-15,,CNY,2026-10-15', ''",
        "'x,INV-2026-00001,', ''"
    })
    void numbersInALineOfAnyProfile(String line, String numbers) {
        assertThat(InvoiceNumber.in(line))
                .extracting(InvoiceNumber::toString)
                .containsExactlyElementsOf(words(numbers));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static List<PublishedRevision> revisions(String text) {
        return words(text).stream()
                .map(word -> word.split("[/:]", -1))
                .map(parts ->
                        new PublishedRevision(DeliveryPeriod.parse(parts[0]), Integer.parseInt(parts[1]), parts[2]))
                .toList();
    }
}
