package io.billingcenter.samples.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes reference data, price books and reports in the formats of the edges (design 6.1, 6.2). */
final class Folders {

    private static final ZoneOffset CLOCK = ZoneOffset.ofHours(8);
    private static final long REPLAY_SECONDS = 14_400;

    private Folders() {}

    static void writeReference(Path folder, Reference reference) throws IOException {
        Files.createDirectories(folder);
        write(folder, "console_accounts.csv", "email,name", List.of("o@example.com"), email -> email + ",Owner");
        write(
                folder,
                "billing_accounts.csv",
                "account_id,username,name,currency,certified",
                reference.accounts,
                row -> line(row.id(), row.id(), row.id(), row.currency(), row.certified()));
        write(
                folder,
                "workspaces.csv",
                "workspace_id,name,site,console_account,storage_type,channel,created",
                reference.workspaces,
                row -> line(
                        row.id(), row.id(), row.site(), "o@example.com", row.storage(), row.channel(), "2025-01-01"));
        write(
                folder,
                "bindings.csv",
                "workspace_id,account_id,settlement,vendor_account,from,to",
                reference.bindings,
                row -> line(
                        row.workspace(),
                        row.account(),
                        row.settlement(),
                        row.vendorAccount(),
                        row.from(),
                        end(row.to())));
        write(
                folder,
                "plans.csv",
                "workspace_id,plan,from,to",
                reference.plans,
                row -> line(row.workspace(), row.plan(), row.from(), end(row.to())));
        write(
                folder,
                "retention_policies.csv",
                "workspace_id,data,subject,days,effective_at",
                reference.policies,
                row -> line(row.workspace(), row.data(), row.subject(), row.days(), instant(row.day(), row.hour())));
        write(
                folder,
                "contract_prices.csv",
                "account_id,meter,retention_days,price,from,to",
                reference.contracts,
                row -> line(
                        row.account(),
                        row.tier().meter(),
                        row.tier().daysText(),
                        row.price().plain(),
                        row.from(),
                        end(row.to())));
        writeInstruments(folder, reference);
        writeAgreements(folder, reference);
    }

    private static void writeInstruments(Path folder, Reference reference) throws IOException {
        write(
                folder,
                "vouchers.csv",
                "voucher_id,account_id,kind,amount,activated,expires",
                reference.vouchers,
                row -> line(row.id(), row.account(), row.kind(), row.amount().plain(), row.activated(), row.expires()));
        write(
                folder,
                "prepaid_cards.csv",
                "card_id,account_id,amount,purchased,expires",
                reference.cards,
                row -> line(row.id(), row.account(), row.amount().plain(), row.purchased(), row.expires()));
        write(
                folder,
                "recharges.csv",
                "recharge_id,account_id,amount,day",
                reference.recharges,
                row -> line(row.id(), row.account(), row.amount().plain(), row.day()));
        write(folder, "unlocks.csv", "account_id,day", reference.unlocks, row -> line(row.account(), row.day()));
        write(
                folder,
                "vendor_releases.csv",
                "settlement,vendor_account,day",
                reference.releases,
                row -> line(row.settlement(), row.vendorAccount(), row.day()));
    }

    private static void writeAgreements(Path folder, Reference reference) throws IOException {
        write(
                folder,
                "packages.csv",
                "package_id,account_id,package,from,workspaces",
                reference.packages,
                row -> line(row.id(), row.account(), row.kind(), row.from(), String.join(";", row.workspaces())));
        write(
                folder,
                "traffic_packs.csv",
                "pack_id,package_id,meter,quantity,discount",
                reference.packs,
                row -> line(
                        row.id(),
                        row.packageId(),
                        row.meter(),
                        row.quantity(),
                        row.discount().plain()));
        write(
                folder,
                "private_tariffs.csv",
                "workspace_id,scheme,collectors,price,maintenance,from,to",
                reference.tariffs,
                row -> line(
                        row.workspace(),
                        row.scheme(),
                        row.scheme().equals("payg") ? "" : row.collectors(),
                        row.price().plain(),
                        row.scheme().equals("licence") ? row.maintenance().plain() : "",
                        row.from(),
                        end(row.to())));
    }

    /** A file without rows is not there. */
    private static <T> void write(Path folder, String name, String header, List<T> rows, Function<T, String> line)
            throws IOException {
        if (rows.isEmpty()) {
            Files.deleteIfExists(folder.resolve(name));
            return;
        }
        StringBuilder text = new StringBuilder(header).append('\n');
        rows.forEach(row -> text.append(line.apply(row)).append('\n'));
        Files.writeString(folder.resolve(name), text);
    }

    private static String line(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString());
        }
        return String.join(",", texts);
    }

    private static String end(LocalDate to) {
        return to.equals(Reference.OPEN) ? "" : to.toString();
    }

    private static String instant(LocalDate day, int hour) {
        return day.atTime(hour, 0).atOffset(CLOCK).toInstant().toString();
    }

    /** One file a version, every tier in it that has a price. */
    static void writePriceBooks(Path folder, PriceBooks books) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<LocalDate, Map<PriceBooks.Position, Fraction>> book : books.books.entrySet()) {
            TreeMap<Tier, String> rows = new TreeMap<>();
            book.getValue().keySet().forEach(position -> rows.put(position.tier(), ""));
            rows.replaceAll((tier, any) -> {
                List<String> cells = new ArrayList<>(
                        List.of(tier.meter(), tier.daysText(), tier.unit().plain()));
                for (String column : PriceBooks.COLUMNS) {
                    String[] parts = column.split(" ");
                    Fraction price = book.getValue().get(new PriceBooks.Position(tier, parts[0], parts[1]));
                    cells.add(price == null ? "" : price.plain());
                }
                return String.join(",", cells);
            });
            Files.writeString(
                    folder.resolve(book.getKey() + ".csv"),
                    "meter,retention_days,unit,cn_cny,os_cny,cn_usd,os_usd\n" + String.join("\n", rows.values())
                            + "\n");
        }
    }

    /** The reports that arrive together: per workspace-day a file of rows and a file of records. */
    static void writeTraffic(Path folder, List<Item> items, String name) throws IOException {
        Map<Path, StringBuilder> files = new TreeMap<>();
        for (Item item : items) {
            Path place = folder.resolve(item.workspace()).resolve(item.day().toString());
            if (item.source().startsWith("csv:")) {
                files.computeIfAbsent(
                                place.resolve(name + ".csv"),
                                any -> new StringBuilder(
                                        "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n"))
                        .append(record(item));
            } else {
                files.computeIfAbsent(place.resolve(name + ".ndjson"), any -> new StringBuilder())
                        .append(meteringRow(item));
            }
        }
        for (Map.Entry<Path, StringBuilder> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String meteringRow(Item item) {
        boolean full = List.of("ts", "backup_log_guance_bytes", "datakit").contains(item.source());
        long time = item.day().atTime(item.hour(), 0).toInstant(CLOCK).toEpochMilli();
        long written = time + Duration.ofHours(2).toMillis();
        return "{\"__docid\":\"" + item.id() + "\",\"time\":" + time + ",\"date\":" + time + ",\"workspaceUUID\":\""
                + item.workspace() + "\",\"project\":\"" + item.source() + "\",\"sub_project\":\"" + item.subject()
                + "\",\"" + (full ? "count" : "hour_count") + "\":\"" + item.number() + "\",\"create_time\":" + written
                + "}\n";
    }

    private static String record(Item item) {
        String kind = item.source().substring("csv:".length());
        boolean byEntity = List.of("network", "session_replay", "span").contains(kind);
        boolean replay = kind.equals("session_replay");
        return line(
                        item.id(),
                        instant(item.day(), item.hour()),
                        item.workspace(),
                        kind,
                        byEntity ? "" : item.subject(),
                        byEntity ? item.subject() : "",
                        replay ? 1 : item.number(),
                        kind.equals("profile") ? 1 : 0,
                        replay ? item.number() * REPLAY_SECONDS : 0)
                + "\n";
    }
}
