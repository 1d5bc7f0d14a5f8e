package io.billingcenter.domain.pricing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds prices that look like typing errors. They are reported but not rejected. */
public final class PriceChecks {

    private static final BigDecimal MOST_OF_LIST = new BigDecimal("1.5");
    private static final BigDecimal LEAST_PARTS_OF_LIST = BigDecimal.TEN;

    private final BigDecimal factor;

    /**
     * Creates the checks.
     *
     * @param factor factor by which a price may differ from that of the previous book in either direction, from 1
     */
    public PriceChecks(int factor) {
        this.factor = BigDecimal.valueOf(factor);
    }

    /** Returns one line for each price that differs by more than the factor from that of the previous book. */
    public List<String> changes(PriceBook book, PriceBook before) {
        List<String> lines = new ArrayList<>();
        Comparator<Map.Entry<Position, BigDecimal>> order =
                Comparator.comparing(entry -> entry.getKey().toString());
        book.prices().entrySet().stream().sorted(order).forEach(entry -> {
            Position at = entry.getKey();
            BigDecimal old = before.prices().get(at);
            BigDecimal now = entry.getValue();
            if (old != null && (now.compareTo(old.multiply(factor)) > 0 || old.compareTo(now.multiply(factor)) > 0)) {
                lines.add("price book " + book.version() + ": " + at.tier() + " in "
                        + at.group().code() + " "
                        + at.currency() + " costs " + now.toPlainString() + ", in book " + before.version() + " "
                        + old.toPlainString() + ": they differ by more than a factor of " + factor.toPlainString());
            }
        });
        return lines;
    }

    /**
     * Returns one line for each contract price that is above 1.5 times all list prices or below a tenth of all of them.
     * It is compared with the book of the day, or of the nearest day on which the price is in force.
     *
     * @param currencies currencies of the accounts
     */
    public List<String> oddContracts(
            Collection<ContractPrice> contracts,
            PriceBooks priceBooks,
            Map<BillingAccountId, Currency> currencies,
            BillingDay day) {
        List<String> lines = new ArrayList<>();
        for (ContractPrice contract : contracts) {
            Currency currency = currencies.get(contract.account());
            Optional<PriceBook> book = priceBooks.inForce(within(contract.days(), day));
            if (currency != null && book.isPresent()) {
                List<BigDecimal> list = listPrices(book.get(), contract, currency);
                if (!list.isEmpty() && isOdd(contract.price(), list)) {
                    lines.add(line(contract, currency, book.get(), list));
                }
            }
        }
        return lines;
    }

    private static boolean isOdd(BigDecimal price, List<BigDecimal> list) {
        BigDecimal lowest = list.get(0);
        BigDecimal highest = list.get(list.size() - 1);
        return price.compareTo(highest.multiply(MOST_OF_LIST)) > 0
                || price.multiply(LEAST_PARTS_OF_LIST).compareTo(lowest) < 0;
    }

    private static List<BigDecimal> listPrices(PriceBook book, ContractPrice contract, Currency currency) {
        return Stream.of(SiteGroup.values())
                .flatMap(group -> book.price(contract.tier(), group, currency).stream())
                .sorted()
                .toList();
    }

    private static BillingDay within(DayRange days, BillingDay day) {
        if (day.isBefore(days.from())) {
            return days.from();
        }
        BillingDay end = days.to();
        return end == null || day.isBefore(end) ? day : end.minusDays(1);
    }

    private static String line(ContractPrice contract, Currency currency, PriceBook book, List<BigDecimal> list) {
        return String.format(
                Locale.ROOT,
                "contract price of %s for %s from %s: %s %s, list price %s in book %s: above 1.5 times or below a tenth of it",
                contract.account(),
                contract.tier(),
                contract.days().from(),
                currency,
                contract.price().toPlainString(),
                list.get(0).compareTo(list.get(list.size() - 1)) == 0
                        ? list.get(0).toPlainString()
                        : list.get(0).toPlainString() + " to "
                                + list.get(list.size() - 1).toPlainString(),
                book.version());
    }
}
