package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Reference.Account;
import io.billingcenter.samples.oracle.Reference.Binding;
import io.billingcenter.samples.oracle.Reference.Card;
import io.billingcenter.samples.oracle.Reference.Contract;
import io.billingcenter.samples.oracle.Reference.Pack;
import io.billingcenter.samples.oracle.Reference.Package;
import io.billingcenter.samples.oracle.Reference.Plan;
import io.billingcenter.samples.oracle.Reference.Policy;
import io.billingcenter.samples.oracle.Reference.Profile;
import io.billingcenter.samples.oracle.Reference.Recharge;
import io.billingcenter.samples.oracle.Reference.Release;
import io.billingcenter.samples.oracle.Reference.Tariff;
import io.billingcenter.samples.oracle.Reference.Threshold;
import io.billingcenter.samples.oracle.Reference.Unlock;
import io.billingcenter.samples.oracle.Reference.Voucher;
import io.billingcenter.samples.oracle.Reference.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the files of a reference folder (design 6.2). */
final class ReferenceFolder {

    private final Map<String, Path> files;
    private final Reference reference = new Reference();

    private ReferenceFolder(Map<String, Path> files) {
        this.files = files;
    }

    /** Reads files by their names; one that is not there has no rows. */
    static Reference read(Map<String, Path> files) throws IOException {
        ReferenceFolder reading = new ReferenceFolder(files);
        reading.readAccounts();
        reading.readPolicies();
        reading.readInstruments();
        reading.readPackages();
        reading.readAgreements();
        return reading.reference;
    }

    private void readAccounts() throws IOException {
        rows(
                "billing_accounts.csv",
                row -> reference.accounts.add(new Account(
                        row.get("account_id"),
                        row.get("name"),
                        row.get("currency"),
                        row.get("certified").equals("true"))));
        rows(
                "workspaces.csv",
                row -> reference.workspaces.add(new Workspace(
                        row.get("workspace_id"),
                        row.get("name"),
                        row.get("site"),
                        row.get("storage_type"),
                        row.get("channel"))));
        rows(
                "bindings.csv",
                row -> reference.bindings.add(new Binding(
                        row.get("workspace_id"),
                        row.get("account_id"),
                        row.get("settlement"),
                        row.get("vendor_account"),
                        row.day("from"),
                        row.end("to"))));
        rows(
                "plans.csv",
                row -> reference.plans.add(
                        new Plan(row.get("workspace_id"), row.get("plan"), row.day("from"), row.end("to"))));
        rows(
                "vendor_releases.csv",
                row -> reference.releases.add(
                        new Release(row.get("settlement"), row.get("vendor_account"), row.day("day"))));
        rows(
                "invoice_profiles.csv",
                row -> reference.profiles.add(new Profile(
                        row.get("account_id"), row.get("title"), row.get("tax_id"), row.day("from"), row.end("to"))));
        rows("unlocks.csv", row -> reference.unlocks.add(new Unlock(row.get("account_id"), row.day("day"))));
    }

    /**
     * A policy counts for hours that begin once it is in force. Of several that begin to count with the same hour the
     * newest comes first, which is the one that {@link Metering} then finds.
     */
    private void readPolicies() throws IOException {
        List<Map.Entry<LocalDateTime, Policy>> policies = new ArrayList<>();
        rows("retention_policies.csv", row -> {
            LocalDateTime instant = OffsetDateTime.parse(row.get("effective_at"))
                    .withOffsetSameInstant(RawFields.CLOCK)
                    .toLocalDateTime();
            Duration inDay = Duration.between(LocalTime.MIN, instant.toLocalTime());
            boolean onTheHour = inDay.equals(Duration.ofHours(inDay.toHours()));
            int hour = (int) inDay.toHours() + (onTheHour ? 0 : 1);
            String subject = row.get("subject");
            Policy policy = new Policy(
                    row.get("workspace_id"),
                    row.get("data"),
                    subject,
                    Integer.parseInt(row.get("days")),
                    instant.toLocalDate(),
                    hour);
            policies.add(Map.entry(instant, policy));
        });
        policies.sort(Comparator.comparing((Map.Entry<LocalDateTime, Policy> policy) -> policy.getKey())
                .reversed());
        policies.forEach(policy -> reference.policies.add(policy.getValue()));
    }

    private void readInstruments() throws IOException {
        rows(
                "vouchers.csv",
                row -> reference.vouchers.add(new Voucher(
                        row.get("voucher_id"),
                        row.get("account_id"),
                        row.get("kind"),
                        row.number("amount"),
                        row.day("activated"),
                        row.day("expires"))));
        rows(
                "prepaid_cards.csv",
                row -> reference.cards.add(new Card(
                        row.get("card_id"),
                        row.get("account_id"),
                        row.number("amount"),
                        row.day("purchased"),
                        row.day("expires"))));
        rows(
                "recharges.csv",
                row -> reference.recharges.add(new Recharge(
                        row.get("recharge_id"), row.get("account_id"), row.number("amount"), row.day("day"))));
    }

    private void readPackages() throws IOException {
        rows(
                "packages.csv",
                row -> reference.packages.add(new Package(
                        row.get("package_id"),
                        row.get("account_id"),
                        row.get("package"),
                        row.day("from"),
                        List.of(row.get("workspaces").split(";")))));
        rows(
                "traffic_packs.csv",
                row -> reference.packs.add(new Pack(
                        row.get("pack_id"),
                        row.get("package_id"),
                        row.get("meter"),
                        Long.parseLong(row.get("quantity")),
                        row.number("discount"))));
    }

    private void readAgreements() throws IOException {
        rows(
                "contract_prices.csv",
                row -> reference.contracts.add(new Contract(
                        row.get("account_id"),
                        new Tier(row.get("meter"), row.whole("retention_days")),
                        row.number("price"),
                        row.day("from"),
                        row.end("to"))));
        rows(
                "private_tariffs.csv",
                row -> reference.tariffs.add(new Tariff(
                        row.get("workspace_id"),
                        row.get("scheme"),
                        row.whole("collectors"),
                        row.number("price"),
                        row.number("maintenance"),
                        row.day("from"),
                        row.end("to"))));
        rows(
                "alert_thresholds.csv",
                row -> reference.thresholds.add(new Threshold(
                        row.get("workspace_id"),
                        row.get("meter"),
                        row.number("amount"),
                        row.day("from"),
                        row.end("to"))));
    }

    /** A row by the names of its columns. */
    private record Row(Map<String, String> cells) {

        String get(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("Expected a column " + column + ", found " + cells.keySet());
            }
            return text;
        }

        LocalDate day(String column) {
            return LocalDate.parse(get(column));
        }

        LocalDate end(String column) {
            return get(column).isEmpty() ? Reference.OPEN : day(column);
        }

        Fraction number(String column) {
            return get(column).isEmpty() ? Fraction.ZERO : Fraction.of(get(column));
        }

        int whole(String column) {
            return get(column).isEmpty() ? 0 : Integer.parseInt(get(column));
        }
    }

    private void rows(String name, Consumer<Row> taker) throws IOException {
        Path file = files.get(name);
        if (file == null) {
            return;
        }
        List<CsvRecords.Row> rows = CsvRecords.read(Files.readAllBytes(file), 0, 1);
        List<String> columns = rows.get(0).cells();
        for (CsvRecords.Row row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                cells.put(columns.get(column), row.cells().get(column));
            }
            taker.accept(new Row(cells));
        }
    }
}
