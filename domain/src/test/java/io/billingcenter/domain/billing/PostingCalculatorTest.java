package io.billingcenter.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratings of one workspace-day, one after the other; a posting is shown as kind, account, tier, quantity and amount. */
class PostingCalculatorTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final BillingDay DAY = BillingDay.parse("2026-10-20");
    private static final WorkspaceDay WORKSPACE_DAY = new WorkspaceDay(new WorkspaceId("ws-move"), DAY);
    private static final MeterTier LOGS = new MeterTier(Meter.LOG, 14);
    private static final MeterTier HOSTS = MeterTier.flat(Meter.NETWORK_HOST);
    private static final Rating FREE = new Rating.Free();
    private static final Rating HELD = new Rating.Held(List.of(new Hold(HoldReason.NO_BINDING, null, "")));

    private final List<Posting> posted = new ArrayList<>();

    private static Charge charge(MeterTier tier, Currency currency, String quantity, String price) {
        BigDecimal exact = new BigDecimal(quantity)
                .multiply(new BigDecimal(price))
                .divide(BigDecimal.valueOf(tier.meter().unit()));
        return new Charge(
                tier,
                new BigDecimal(quantity),
                null,
                new BigDecimal(price),
                BillingDay.parse("2024-11-06"),
                new ExactAmount(currency, exact));
    }

    private static Rating charged(String account, SettlementMethod settlement, Charge... charges) {
        return new Rating.Charged(new BillingAccountId(account), settlement, List.of(charges));
    }

    private static Rating logs(String quantity) {
        return charged("ant", SettlementMethod.WALLET, charge(LOGS, CNY, quantity, "1.5"));
    }

    /** Returns the postings of the next rating and keeps them as earlier postings of later ones. */
    private List<String> post(Rating rating) {
        List<Posting> postings = PostingCalculator.difference(DAY.plusDays(2), WORKSPACE_DAY, rating, posted);
        posted.addAll(postings);
        return postings.stream().map(PostingCalculatorTest::shown).toList();
    }

    private static String shown(Posting posting) {
        return String.join(
                " ",
                posting.kind().code(),
                posting.key().account().value(),
                posting.key().tier().toString(),
                posting.quantity().toPlainString(),
                posting.amount().toString());
    }

    @Test
    void postsEveryChargeTheFirstTime() {
        Rating rating = charged(
                "ant", SettlementMethod.WALLET, charge(HOSTS, CNY, "3", "2"), charge(LOGS, CNY, "1003000", "1.5"));
        assertThat(post(rating))
                .containsExactly("usage ant log/14d 1003000 CNY 1.50", "usage ant network_host 3 CNY 6.00");
    }

    @Test
    void postsNothingForARepeat() {
        post(logs("1003000"));
        assertThat(post(logs("1003000"))).isEmpty();
    }

    @Test
    void postsALineOfNothing() {
        assertThat(post(logs("1"))).containsExactly("usage ant log/14d 1 CNY 0.00");
        assertThat(post(logs("1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1003000, 1007000, 4000, 0.01",
        "1003000, 1003001, 1, 0.00",
        "1003000, 1000000, -3000, 0.00",
        "1003000, 500000, -503000, -0.75"
    })
    void adjustsByTheDifferenceOfTheRoundedTotals(String before, String now, String quantity, String amount) {
        post(logs(before));
        assertThat(post(logs(now))).containsExactly("adjustment ant log/14d " + quantity + " CNY " + amount);
    }

    @Test
    void adjustsWhenOnlyThePriceChanges() {
        post(logs("1000000"));
        Rating cheaper = charged("ant", SettlementMethod.WALLET, charge(LOGS, CNY, "1000000", "1.35"));
        assertThat(post(cheaper)).containsExactly("adjustment ant log/14d 0 CNY -0.15");
        assertThat(posted.get(1).unitPrice()).isEqualTo("1.35");
    }

    @Test
    void callsEverythingAfterTheFirstPostingAnAdjustment() {
        post(logs("1000000"));
        Rating more = charged(
                "ant", SettlementMethod.WALLET, charge(LOGS, CNY, "1000000", "1.5"), charge(HOSTS, CNY, "1", "2"));
        assertThat(post(more)).containsExactly("adjustment ant network_host 1 CNY 2.00");
    }

    @Test
    void movesEverythingToTheOtherAccount() {
        post(logs("1000000"));
        Rating moved = charged("bee", SettlementMethod.WALLET, charge(LOGS, USD, "1000000", "0.22"));
        assertThat(post(moved))
                .containsExactly(
                        "adjustment ant log/14d -1000000 CNY -1.50", "adjustment bee log/14d 1000000 USD 0.22");
        assertThat(post(moved)).isEmpty();
    }

    @Test
    void movesEverythingToTheOtherSettlementUnderOtherIds() {
        post(logs("1000000"));
        Rating moved = charged("ant", SettlementMethod.ALIYUN, charge(LOGS, CNY, "1000000", "1.5"));
        assertThat(post(moved))
                .containsExactly(
                        "adjustment ant log/14d -1000000 CNY -1.50", "adjustment ant log/14d 1000000 CNY 1.50");
        assertThat(posted).extracting(Posting::ordinal).containsExactly(1, 2, 3);
        assertThat(posted).extracting(Posting::id).doesNotHaveDuplicates();
    }

    @Test
    void leavesWhatIsPostedWhenTheDayIsHeld() {
        assertThat(post(HELD)).isEmpty();
        post(logs("1000000"));
        assertThat(post(HELD)).isEmpty();
        assertThat(post(logs("1000000"))).isEmpty();
    }

    @Test
    void takesBackWhatIsNoLongerCharged() {
        post(logs("1000000"));
        assertThat(post(FREE)).containsExactly("adjustment ant log/14d -1000000 CNY -1.50");
        assertThat(posted.get(1).unitPrice()).isEqualTo("1.5");
        assertThat(posted.get(1).priceVersion()).hasToString("2024-11-06");
        assertThat(post(FREE)).isEmpty();
    }

    @Test
    void postsUnderTheDayOfTheRun() {
        post(logs("1000000"));
        assertThat(posted).allSatisfy(posting -> {
            assertThat(posting.postedDay()).hasToString("2026-10-22");
            assertThat(posting.workspaceDay()).isEqualTo(WORKSPACE_DAY);
        });
    }
}
