package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history is written as {@code first day, account, settlement, vendor account}, one binding after the other. */
class BindingHistoryTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws-1");

    private static final VendorReleases RELEASES = new VendorReleases(
            List.of(new VendorRelease(SettlementMethod.ALIYUN, "a1", BillingDay.parse("2026-03-10"))));

    private static List<Binding> bindings(String history) {
        List<String> texts = List.of(history.split(" / "));
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(i -> binding(texts.get(i), i + 1 < texts.size() ? day(texts.get(i + 1)) : null))
                .toList();
    }

    private static Binding binding(String text, BillingDay to) {
        String[] words = text.trim().split(" ");
        return new Binding(
                WORKSPACE,
                new BillingAccountId(words[1]),
                SettlementMethod.ofCode(words[2]).orElseThrow(),
                words.length > 3 ? words[3] : null,
                new DayRange(day(text), to));
    }

    private static BillingDay day(String text) {
        return BillingDay.parse("2026-" + text.trim().split(" ")[0]);
    }

    private static BindingHistory history(String text) {
        return new BindingHistory(bindings(text));
    }

    private static List<String> days(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<String> laterDays(List<BindingChange> changes) {
        return changes.stream()
                .map(change -> change.later().days().from().toString().substring(5))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "01-01 c wallet,",
        "01-01 c wallet / 03-01 c aliyun a1,",
        "01-01 c wallet / 03-01 c aliyun a1 / 03-31 c wallet, 03-31",
        "01-01 c wallet / 03-01 c aliyun a1 / 04-01 c wallet,",
        "03-01 c wallet / 03-02 c aliyun a1,",
        "03-01 c wallet / 03-02 c aliyun a1 / 03-03 c wallet / 03-04 c aliyun a1, 03-03 03-04",
        "01-01 c aliyun a1 / 03-02 c aliyun a2 / 03-03 c aws a2, 03-03",
        "01-01 c wallet / 03-02 d wallet / 03-03 c aliyun a1,"
    })
    void changesItsSettlementOnceAMonth(String history, String refused) {
        assertThat(laterDays(history(history).secondChangesOfAMonth())).isEqualTo(days(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "01-01 c aliyun a1 / 03-09 c aliyun a2, 03-09",
        "01-01 c aliyun a1 / 03-10 c aliyun a2,",
        "01-01 c aliyun a1 / 03-09 c aws a1, 03-09",
        "01-01 c aliyun a1 / 02-01 c wallet / 03-09 c aliyun a2, 03-09",
        "01-01 c aliyun a1 / 02-01 c wallet / 03-10 c aliyun a2,",
        "01-01 c aliyun a1 / 02-01 c wallet / 03-01 d aliyun a1,",
        "01-01 c aliyun a1 / 03-11 c aliyun a2 / 05-01 c aliyun a1, 05-01",
        "01-01 c aliyun a2 / 02-01 c aliyun a1 / 04-01 c aws w, 02-01"
    })
    void keepsACloudAccountUntilItIsReleased(String history, String refused) {
        assertThat(laterDays(history(history).swapsWithoutRelease(RELEASES))).isEqualTo(days(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "website, 01-01 c wallet / 02-01 c aws w,",
        "aliyun, 01-01 c aliyun a1 / 04-01 c aliyun a2,",
        "aliyun, 01-01 c wallet, 01-01",
        "aliyun, 01-01 c aliyun_intl a1, 01-01",
        "aliyun, 01-01 c aliyun a1 / 03-09 c wallet, 03-09",
        "aliyun, 01-01 c aliyun a1 / 03-10 c wallet,",
        "aliyun, 01-01 c aliyun a1 / 03-10 c wallet / 04-01 d wallet,",
        "aliyun, 01-01 c aliyun a1 / 03-10 c aws w, 03-10",
        "aliyun, 03-10 c wallet / 04-01 c aliyun a1, 03-10",
        "aws, 01-01 c aliyun a1 / 03-10 c wallet, 01-01 03-10"
    })
    void staysWithTheVendorOfItsChannel(String channel, String history, String refused) {
        List<Binding> outside =
                history(history).outsideChannel(Channel.ofCode(channel).orElseThrow(), RELEASES);
        assertThat(outside)
                .extracting(binding -> binding.days().from().toString().substring(5))
                .isEqualTo(days(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "01-01 c wallet / 02-01 c aliyun a1,",
        "01-01 c wallet / 02-01 certified-1 wallet, 02-01",
        "01-01 certified-1 wallet / 02-01 certified-2 wallet / 03-01 c wallet / 04-01 d wallet, 03-01"
    })
    void movesBetweenAccountsOfOneCertification(String history, String refused) {
        assertThat(laterDays(history(history)
                        .movesAcrossCertification(account -> account.value().startsWith("certified"))))
                .isEqualTo(days(refused));
    }

    @Test
    void isReadInTheOrderOfItsDays() {
        List<Binding> bindings = bindings("01-01 c wallet / 03-01 c aliyun a1 / 03-31 c wallet");
        List<Binding> shuffled = List.of(bindings.get(2), bindings.get(0), bindings.get(1));
        assertThat(new BindingHistory(shuffled).secondChangesOfAMonth())
                .containsExactly(new BindingChange(bindings.get(1), bindings.get(2)));
    }

    @Test
    void endsWithItsCloudAccount() {
        Binding cloud = bindings("01-01 c aliyun a1").get(0);
        assertThat(RELEASES.released(cloud, day("03-09"))).isFalse();
        assertThat(RELEASES.released(cloud, day("03-10"))).isTrue();
        assertThat(RELEASES.released(bindings("01-01 c aliyun a2").get(0), day("03-10")))
                .isFalse();
        assertThat(RELEASES.released(bindings("01-01 c wallet").get(0), day("03-10")))
                .isFalse();
    }
}
