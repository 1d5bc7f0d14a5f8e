package io.billingcenter.writers.files.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.BillItem;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.usage.Meter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code that a document prints has a text in every language. */
class DocumentTextsTest {

    private final DocumentTexts texts = new DocumentTexts(new DocumentTemplates(null));

    @Test
    void allLanguagesHaveTheSameKeys() {
        assertThat(texts.all(DocumentLanguage.CHINESE).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        texts.all(DocumentLanguage.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void everyCodeHasAText(DocumentLanguage language) {
        Map<String, String> all = texts.all(language);
        for (Meter meter : Meter.values()) {
            assertThat(all).containsKeys("meter." + meter.code(), "unit." + meter.code());
        }
        for (PostingKind kind : PostingKind.values()) {
            assertThat(all).containsKey("kind." + kind.code());
        }
        for (LedgerEntryType type : LedgerEntryType.values()) {
            assertThat(all).containsKey("movement." + type.code());
        }
        for (DocumentKind kind : DocumentKind.values()) {
            assertThat(all).containsKey(kind.code());
        }
        assertThat(all)
                .containsKeys(
                        DocumentState.DRAFT.code() + ".mark",
                        DocumentState.DRAFT.code() + ".note",
                        DocumentState.VOID.code() + ".mark",
                        DocumentState.VOID.code() + ".note",
                        DocumentState.VOID.code() + ".replaced");
    }

    @ParameterizedTest
    @EnumSource(Meter.class)
    void chineseNamesOfMetersAreThoseOfTheBillDetails(Meter meter) {
        assertThat(texts.text(DocumentLanguage.CHINESE, "meter." + meter.code()))
                .isEqualTo(new BillItem(PostingKind.USAGE, meter, null).productDetail());
    }
}
