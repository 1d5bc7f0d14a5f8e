package io.billingcenter.jobs.focus;

import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.jobs.focus.FocusTables.Line;
import io.billingcenter.jobs.focus.FocusTables.Paid;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A random month, and what its charges have to add up to, which is counted while it is filled and not read back. */
final class RandomMonth {

    private static final List<String> METERS = List.of("log", "trace", "rum_pv", "sms", "scan", "series");
    private static final List<String> CURRENCIES = List.of("CNY", "USD");
    private static final int DAYS = 31;

    private final Random random;
    private final FocusTables tables = new FocusTables();
    private final Map<String, BigDecimal[]> invoices = new TreeMap<>();
    private final Map<String, BigDecimal> payable = new TreeMap<>();
    private final Map<String, BigDecimal> effective = new TreeMap<>();
    private final Map<String, BigDecimal> quantities = new TreeMap<>();

    RandomMonth(long seed) throws IOException {
        random = new Random(seed);
        tables.month("2026-10", "2026-11-03");
        for (int i = 0; i < 7; i++) {
            fillAccount("acct-" + i, CURRENCIES.get(i % 2));
        }
        int number = 0;
        for (Map.Entry<String, BigDecimal[]> invoice : invoices.entrySet()) {
            number++;
            BigDecimal[] sums = invoice.getValue();
            String[] account = invoice.getKey().split(" ", -1);
            String name = "INV-2026-%06d".formatted(number);
            tables.invoice(name, "2026-10", account[0], account[1], sums[0], new Paid(sums[1], sums[2], sums[3]));
            payable.put(name, sums[0].subtract(sums[1]).subtract(sums[2]).subtract(sums[3]));
        }
        // An invoice that cloud accounts pay whole has no charges that it asks for.
        payable.keySet().removeIf(invoice -> payable.get(invoice).signum() == 0);
    }

    FocusTables tables() {
        return tables;
    }

    Map<String, String> payable() {
        return texts(payable);
    }

    Map<String, String> effective() {
        return texts(effective);
    }

    Map<String, String> quantities() {
        return texts(quantities);
    }

    static Map<String, String> texts(Map<String, BigDecimal> sums) {
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum.signum() != 0) {
                texts.put(key, sum.stripTrailingZeros().toPlainString());
            }
        });
        return texts;
    }

    private void fillAccount(String account, String currency) {
        tables.account(account, "Name of " + account, currency);
        for (int w = 0; w < 3; w++) {
            String workspace = account + "-ws-" + w;
            tables.workspace(workspace, "W" + w, "cn1");
            for (int i = 0; i < 12; i++) {
                String day = "2026-10-%02d".formatted(1 + random.nextInt(DAYS));
                String meter = METERS.get(random.nextInt(METERS.size()));
                int days = meter.equals("sms") || meter.equals("scan") ? 0 : random.nextBoolean() ? 14 : 7;
                fillLine(new Line(account, currency, method(), workspace, meter, days, "", day));
            }
        }
    }

    private String method() {
        return random.nextInt(5) == 0 ? "aliyun" : "wallet";
    }

    private final Map<Line, Boolean> filled = new HashMap<>();

    private void fillLine(Line line) {
        Line late = new Line(
                line.account(),
                line.currency(),
                line.settlement(),
                line.workspace(),
                line.meter(),
                line.days(),
                "",
                line.billingDay().replace("-10-", "-09-").replace("-31", "-30"));
        boolean isLate = random.nextInt(4) == 0;
        Line of = isLate ? late : line;
        Line key = of.settledBy("any");
        if (filled.put(key, true) != null) {
            return;
        }
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(900), 2);
        BigDecimal first = quantity();
        BigDecimal second = quantity();
        Charge before = charge(of, first, price);
        Charge after = charge(of, second, price);
        tables.posting(
                of, of.billingDay(), "usage", 1, first, price, before.amount().amount());
        BigDecimal posted = before.amount().amount();
        BigDecimal quantity = first;
        if (isLate || random.nextInt(3) == 0) {
            BigDecimal change = after.amount().amount().subtract(before.amount().amount());
            tables.posting(of, "2026-10-31", "adjustment", 2, second.subtract(first), price, change);
            posted = isLate ? change : posted.add(change);
            quantity = isLate ? second.subtract(first) : second;
        }
        String priceId = of.days() == 0 ? of.meter() : of.meter() + ".r" + of.days();
        quantities.merge(of.workspace() + " " + priceId + " " + of.billingDay(), quantity, BigDecimal::add);
        pay(of, isLate ? "2026-10-31" : of.billingDay(), posted);
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(random.nextInt(30_000_000));
    }

    private static Charge charge(Line line, BigDecimal quantity, BigDecimal price) {
        return FocusTables.charge(
                line.meter(), line.days(), quantity.toPlainString(), "1", price.toPlainString(), line.currency());
    }

    private void pay(Line line, String postedDay, BigDecimal posted) {
        BigDecimal[] sums = invoices.computeIfAbsent(line.account() + " " + line.currency(), first ->
                new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        sums[0] = sums[0].add(posted);
        BigDecimal left = posted;
        BigDecimal voucher = BigDecimal.ZERO;
        if (random.nextInt(3) == 0) {
            voucher = part(left);
            left = left.subtract(voucher);
            sums[1] = sums[1].add(voucher);
            tables.payment(line, postedDay, "voucher", "v-" + random.nextInt(2), voucher.toPlainString());
        }
        for (int card = 0; card < 2; card++) {
            if (random.nextInt(4) == 0) {
                BigDecimal paid = random.nextInt(3) == 0 ? left : part(left);
                left = left.subtract(paid);
                sums[2] = sums[2].add(paid);
                tables.payment(line, postedDay, "prepaid_card", "card-" + card, paid.toPlainString());
            }
        }
        boolean isVendor = !line.settlement().equals("wallet");
        if (isVendor) {
            sums[3] = sums[3].add(left);
        }
        tables.payment(line, postedDay, isVendor ? "vendor" : "cash", "", left.toPlainString());
        effective.merge(line.currency(), posted.subtract(voucher), BigDecimal::add);
    }

    private BigDecimal part(BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(random.nextInt(100), 2)).setScale(2, RoundingMode.DOWN);
    }
}
