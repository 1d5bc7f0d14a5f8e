package io.billingcenter.domain.fapiao;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of a request are those of its invoice and buyer, and its states have codes. */
class FapiaoTermsTest {

    private static final Buyer BUYER = new Buyer(
            "Acme Ltd", "91310000X", "1 Road", "021-1", "ICBC", "6222", "a@example.org", "CN", "PO-1", "0088", "1");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "request_id, INV-2026-000001",
                "type, 增值税专用发票",
                "title, Acme Ltd",
                "tax_id, 91310000X",
                "address, 1 Road",
                "phone, 021-1",
                "bank, ICBC",
                "bank_account, 6222",
                "email, a@example.org",
                "remark, 2026-10 INV-2026-000001",
                "item, 技术服务费",
                "goods_code, 3040203000000000000",
                "amount, 12.50",
                "rate, 0.06",
                "country, -"
            })
    void aFieldIsThatOfTheRequest(String field, @Nullable String expected) {
        assertThat(terms(true).field(field, request(BUYER))).isEqualTo(expected);
    }

    @Test
    void onlyABuyerWithATaxIdGetsTheSpecialFapiao() {
        assertThat(terms(true).field("type", request(Buyer.NONE))).isEqualTo("普通发票");
        assertThat(terms(false).field("type", request(BUYER))).isEqualTo("普通发票");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, false, false",
        "ISSUED, true, false",
        "RED_REQUESTED, false, true",
        "RED_ISSUED, true, true",
        "FAILED, false, false"
    })
    void aStateHasANumberOnceAFapiaoExists(FapiaoState state, boolean hasNumber, boolean isRed) {
        assertThat(state.hasNumber()).isEqualTo(hasNumber);
        assertThat(state.isRed()).isEqualTo(isRed);
        assertThat(FapiaoState.ofCode(state.name())).contains(state);
        assertThat(FapiaoState.ofCode(state.name() + "X")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{title}, true, title", "{title, false, title", "title}, false, title", "1, false, 1"})
    void aColumnIsAFieldInBraces(String value, boolean isField, String name) {
        FapiaoLayout.Column column = new FapiaoLayout.Column("Title", "", 100, value);

        assertThat(column.isField()).isEqualTo(isField);
        if (isField) {
            assertThat(column.field()).isEqualTo(name);
        }
    }

    private static FapiaoTerms terms(boolean special) {
        return new FapiaoTerms(special, "技术服务费", "3040203000000000000", new BigDecimal("0.06"));
    }

    private static FapiaoRequest request(Buyer buyer) {
        return new FapiaoRequest(
                "INV-2026-000001",
                BillingMonth.parse("2026-10"),
                new BillingAccountId("acct-1"),
                buyer,
                Money.of(Currency.getInstance("CNY"), new BigDecimal("12.50")));
    }
}
