package io.billingcenter.readers.tables.delivery;

import io.billingcenter.domain.billing.BillItem;
import io.billingcenter.domain.billing.PaymentAllocation;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.reference.PackageTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The lines of the daily bills of a posted day in the words of the public interface, in the order of the bill lines, each
 * with what paid it (billing rules 6.1, 7.3). Read page by page; a page holds whole workspaces of one billing day. Of bills
 * that were settled before payments were kept by line, a line has its part of what paid its share, which is of a workspace.
 */
final class BillDetailRows {

    /** The amounts of one workspace on one bill that vouchers may pay, or those that they may not. */
    private record Share(String account, String settlement, String currency, String workspace, boolean eligible) {}

    /** A line of a bill on the billing day of the page. */
    private record Line(
            String account,
            String settlement,
            String currency,
            String workspace,
            String meter,
            int retentionDays,
            String agreement) {}

    private record Bill(String account, String settlement, String currency) {}

    /** The payments of the lines and shares of a page, as far as they are known for their bills. */
    private record Payments(
            Set<Bill> unspread, Map<Share, PaymentAllocation> shares, Map<Line, PaymentAllocation> lines) {}

    private static final int CASH = 2;
    private static final int CLOUD = 3;
    private static final String WALLET = "wallet";
    private static final String PRODUCT = "dataFlux";

    private static final List<String> SOURCES = List.of("voucher", "prepaid_card", "cash", "cloud", "owed");

    /** The same as sides of the ledger. */
    private static final List<String> SIDES = List.of("voucher", "prepaid_card", "cash", "vendor", "arrears");

    private static final String DAYS =
            "SELECT DISTINCT billing_day FROM posting WHERE posted_day = :posted ORDER BY billing_day";

    private final NamedParameterJdbcTemplate jdbc;
    private final BillDetailPages pages;
    private final UnitsRule unitsRule;
    private final ZoneId zone;

    /**
     * Reads through the template.
     *
     * @param unitsRule by which amounts at list price are computed
     * @param zone in which consumption begins with the billing day
     * @param pageLines lines of a page, unless one workspace has more; at least 1
     */
    BillDetailRows(NamedParameterJdbcTemplate jdbc, UnitsRule unitsRule, ZoneId zone, int pageLines) {
        this.jdbc = jdbc;
        this.pages = new BillDetailPages(jdbc, pageLines);
        this.unitsRule = unitsRule;
        this.zone = zone;
    }

    /** Streams the rows of the posted day. */
    void read(BillingDay posted, Consumer<List<@Nullable Object>> row) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("posted", posted.date());
        for (LocalDate day : jdbc.queryForList(DAYS, parameters, LocalDate.class)) {
            parameters.put("day", day);
            for (BillDetailPages.Page page : pages.of(parameters)) {
                readPage(page, parameters, row);
            }
        }
    }

    private void readPage(BillDetailPages.Page page, Map<String, Object> ofDay, Consumer<List<@Nullable Object>> row) {
        BillDetailQueries queries = BillDetailQueries.of(page);
        Map<String, Object> parameters = new HashMap<>(ofDay);
        parameters.put("account", page.account());
        parameters.put("first", page.first());
        parameters.put("last", page.last());
        Payments payments = payments(queries, parameters);
        ListPrices listPrices = new ListPrices();
        jdbc.query(queries.ratings(), parameters, (ResultSet result) -> {
            listPrices.add(result);
        });
        jdbc.query(queries.lines(), parameters, (ResultSet result) -> {
            row.accept(values(result, payments, listPrices));
        });
    }

    private Payments payments(BillDetailQueries queries, Map<String, Object> parameters) {
        Set<Bill> unspread = new HashSet<>();
        jdbc.query(queries.unspread(), parameters, (ResultSet result) -> {
            unspread.add(bill(result));
        });
        Map<Share, PaymentAllocation> shares = Map.of();
        if (!unspread.isEmpty()) {
            Map<Share, List<Money>> sources = byShare(queries.payments(), parameters, (result, n) -> sources(result));
            shares = byShare(queries.shares(), parameters, (result, n) -> spread(result, sources.get(share(result))));
        }
        Map<Line, List<LinePart>> parts = new HashMap<>();
        jdbc.query(queries.linePayments(), parameters, (ResultSet result) -> {
            parts.computeIfAbsent(line(result), key -> new ArrayList<>())
                    .add(new LinePart(SIDES.indexOf(result.getString("side")), money("paid", result)));
        });
        Map<Line, PaymentAllocation> lines = new HashMap<>();
        jdbc.query(queries.lineSums(), parameters, (ResultSet result) -> {
            if (!unspread.contains(bill(result))) {
                lines.put(line(result), spreadOfLine(result, parts.getOrDefault(line(result), List.of())));
            }
        });
        return new Payments(unspread, shares, lines);
    }

    /** An amount that a source, by its number, paid of a line or got back. */
    private record LinePart(int source, Money paid) {}

    /** Returns the payment of a line; one that was never settled is owed. */
    private static PaymentAllocation spreadOfLine(ResultSet result, List<LinePart> parts) throws SQLException {
        Money taking = money("taking", result);
        Money giving = money("giving", result);
        Money[] paid = new Money[SOURCES.size()];
        Money[] returned = new Money[SOURCES.size()];
        Arrays.fill(paid, taking.minus(taking));
        Arrays.fill(returned, taking.minus(taking));
        for (LinePart part : parts) {
            Money[] side = part.paid().isNegative() ? returned : paid;
            side[part.source()] = side[part.source()].plus(part.paid());
        }
        Money owed = taking.plus(giving);
        if (parts.isEmpty()) {
            (owed.isNegative() ? returned : paid)[paid.length - 1] = owed;
        }
        cancel(paid, returned, giving);
        int fallback = result.getString("settlement").equals(WALLET) ? CASH : CLOUD;
        return new PaymentAllocation(List.of(paid), List.of(returned), taking, giving, fallback);
    }

    /**
     * Sets refunds that exceed what lines give back off against payments of the same line: it was settled more than
     * once.
     */
    private static void cancel(Money[] paid, Money[] returned, Money giving) {
        Money more = giving;
        for (Money part : returned) {
            more = more.minus(part);
        }
        for (int i = paid.length - 1; i >= 0 && more.isPositive(); i--) {
            for (int j = returned.length - 1; j >= 0; j--) {
                Money part = more.min(paid[i]).min(returned[j].negated());
                if (part.isPositive()) {
                    paid[i] = paid[i].minus(part);
                    returned[j] = returned[j].plus(part);
                    more = more.minus(part);
                }
            }
        }
    }

    private <T> Map<Share, T> byShare(String sql, Map<String, Object> parameters, RowMapper<T> mapper) {
        Map<Share, T> found = new HashMap<>();
        jdbc.query(sql, parameters, (ResultSet result) -> {
            found.put(share(result), mapper.mapRow(result, 0));
        });
        return found;
    }

    private static Bill bill(ResultSet result) throws SQLException {
        return new Bill(result.getString("account_id"), result.getString("settlement"), result.getString("currency"));
    }

    private static Line line(ResultSet result) throws SQLException {
        return new Line(
                result.getString("account_id"),
                result.getString("settlement"),
                result.getString("currency"),
                result.getString("workspace_id"),
                result.getString("meter"),
                result.getInt("retention_days"),
                result.getString("agreement_id"));
    }

    private static Share share(ResultSet result) throws SQLException {
        return new Share(
                result.getString("account_id"),
                result.getString("settlement"),
                result.getString("currency"),
                result.getString("workspace_id"),
                result.getInt("eligible") == 1);
    }

    private static List<Money> sources(ResultSet result) throws SQLException {
        Money[] sources = new Money[SOURCES.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = money(SOURCES.get(i), result);
        }
        return List.of(sources);
    }

    /** A share that was never settled is owed. */
    private static PaymentAllocation spread(ResultSet result, @Nullable List<Money> payments) throws SQLException {
        Money taking = money("taking", result);
        Money giving = money("giving", result);
        Money nothing = taking.minus(taking);
        List<Money> sources =
                payments != null ? payments : List.of(nothing, nothing, nothing, nothing, taking.plus(giving));
        int fallback = result.getString("settlement").equals(WALLET) ? CASH : CLOUD;
        PaymentAllocation spread = new PaymentAllocation(sources, taking, giving, fallback);
        spread.skip(money("taken", result), money("given", result));
        return spread;
    }

    private List<@Nullable Object> values(ResultSet result, Payments payments, ListPrices listPrices)
            throws SQLException {
        BillItem item = item(result);
        BillingDay day = PostingTable.BILLING_DAY.get(result);
        Money amount = money("amount", result);
        PaymentAllocation spread = payments.unspread().contains(bill(result))
                ? payments.shares().get(share(result))
                : payments.lines().get(line(result));
        if (spread == null) {
            throw new IllegalStateException("Expected the payment of every line, found none for " + line(result));
        }
        List<Money> parts = spread.next(amount);
        Money owed = parts.get(parts.size() - 1);
        BigDecimal quantity = result.getBigDecimal("quantity");
        return Arrays.asList(
                day,
                PRODUCT,
                item.productDetail(),
                item.billingCycle(),
                amount,
                amount.minus(owed),
                owed,
                new ExactAmount(
                                amount.currency(),
                                unitsRule.units(quantity, item.unit()).multiply(listPrice(result, item, listPrices)))
                        .round(),
                parts.get(0),
                parts.get(1),
                parts.get(CASH),
                parts.get(CLOUD),
                item.commodityCategory(),
                result.getString("settlement"),
                text("vendor_account", result),
                text("workspace_id", result),
                text("workspace_name", result),
                day.in(zone).start().toEpochMilli(),
                item.key().isEmpty() ? null : item.key(),
                quantity,
                amount.currency().getCurrencyCode());
    }

    private static BillItem item(ResultSet result) throws SQLException {
        PostingKind kind = PostingTable.KIND.getOrNull(result, "first_kind");
        return new BillItem(
                kind == null ? PostingKind.ADJUSTMENT : kind,
                PostingTable.METER.getOrNull(result),
                PackageTable.PACKAGE.getOrNull(result, "package_kind"));
    }

    /** Returns the list price; where no book has one, the agreed price takes its place. */
    private static BigDecimal listPrice(ResultSet result, BillItem item, ListPrices listPrices) throws SQLException {
        if (item.kind() == PostingKind.PACK && item.meter() != null) {
            return PackageRules.packPrice(item.meter());
        }
        BigDecimal price = listPrices.of(result);
        return price == null ? result.getBigDecimal("unit_price") : price;
    }

    private static Money money(String name, ResultSet result) throws SQLException {
        return Money.of(Currency.getInstance(result.getString("currency")), result.getBigDecimal(name));
    }

    private static @Nullable String text(String name, ResultSet result) throws SQLException {
        String text = result.getString(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
