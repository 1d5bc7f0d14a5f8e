package io.billingcenter.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One worked example of the billing rules: a workspace, what it reports on a day, and the lines of its bill. */
final class Example {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";

    final String name;
    final LocalDate day;
    final List<String> expected = new ArrayList<>();

    private final StringBuilder records = new StringBuilder(HEADER);
    private final StringBuilder rows = new StringBuilder();
    private final List<String> policies = new ArrayList<>();
    private String site = "cn1";
    private String plan = "";
    private String yearlyPackage = "";
    private int number;

    private Example(String name, String day) {
        this.name = name;
        this.day = LocalDate.parse(day);
    }

    static Example of(String name, String day) {
        return new Example(name, day);
    }

    String workspace() {
        return "ws-" + name.replace(' ', '-');
    }

    Example overseas() {
        site = "us1";
        return this;
    }

    Example plan(String code) {
        plan = code;
        return this;
    }

    Example inPackage(String code) {
        yearlyPackage = code;
        return this;
    }

    /** Retention of data, or of a subject of it ({@code log:audit}). */
    Example keeps(String data, int days) {
        return keepsFrom(0, data, days);
    }

    /** The same from an hour of the day on. */
    Example keepsFrom(int hour, String data, int days) {
        String[] parts = (data + ":").split(":", -1);
        String instant = hour == 0 ? "2020-01-01T00:00:00+08:00" : time(hour, 0);
        policies.add(String.join(",", workspace(), parts[0], parts[1], Integer.toString(days), instant));
        return this;
    }

    /** A metering row of noon ({@code logging}, or {@code logging:index}). */
    Example row(String project, long count) {
        return row(12, project, count);
    }

    Example row(int hour, String project, long count) {
        String[] parts = (project + ":").split(":", -1);
        long time = day.atTime(hour, 0).toInstant(ZoneOffset.ofHours(8)).toEpochMilli();
        boolean full = List.of("ts", "datakit", "backup_log_guance_bytes").contains(parts[0]);
        rows.append("{\"__docid\":\"d")
                .append(number++)
                .append("\",\"time\":")
                .append(time)
                .append(",\"workspaceUUID\":\"")
                .append(workspace())
                .append("\",\"project\":\"")
                .append(parts[0])
                .append("\",\"sub_project\":\"")
                .append(parts[1])
                .append(full ? "\",\"count\":" : "\",\"hour_count\":")
                .append(count)
                .append("}\n");
        return this;
    }

    /** A record, from its kind on: {@code kind,subject,entity,count,bytes,seconds}. */
    Example record(String fromKindOn) {
        records.append(String.join(",", "r" + number, time(number / 60 % 24, number % 60), workspace(), fromKindOn))
                .append('\n');
        number++;
        return this;
    }

    private String time(int hour, int minute) {
        return day.atTime(hour, minute)
                .atOffset(ZoneOffset.ofHours(8))
                .toInstant()
                .toString();
    }

    /** A line of the bill: {@code meter,retention_days,quantity,amount}. */
    Example costs(String line) {
        expected.add(line);
        return this;
    }

    /** Writes what every example reports and what is known of its workspace. */
    static void write(List<Example> examples, Workplace place) throws IOException {
        Path reference = Files.createDirectories(place.reference());
        StringBuilder workspaces =
                new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        StringBuilder plans = new StringBuilder("workspace_id,plan,from,to\n");
        StringBuilder policies = new StringBuilder("workspace_id,data,subject,days,effective_at\n");
        StringBuilder packages = new StringBuilder("package_id,account_id,package,from,workspaces\n");
        for (Example example : examples) {
            String workspace = example.workspace();
            workspaces.append(workspace).append(",E,").append(example.site);
            workspaces.append(",o@example.com,es,website,2020-01-01\n");
            bindings.append(workspace).append(",a1,wallet,,2020-01-01,\n");
            if (!example.plan.isEmpty()) {
                plans.append(String.join(",", workspace, example.plan, "2020-01-01", "\n"));
            }
            example.policies.forEach(policy -> policies.append(policy).append('\n'));
            if (!example.yearlyPackage.isEmpty()) {
                packages.append(String.join(
                                ",", "p-" + workspace, "a1", example.yearlyPackage, example.day.toString(), workspace))
                        .append('\n');
            }
            example.writeTraffic(place.traffic());
        }
        Files.writeString(reference.resolve("console_accounts.csv"), "email,name\no@example.com,Owner\n");
        Files.writeString(
                reference.resolve("billing_accounts.csv"),
                "account_id,username,name,currency,certified\na1,a1,One,CNY,true\n");
        Files.writeString(reference.resolve("workspaces.csv"), workspaces);
        Files.writeString(reference.resolve("bindings.csv"), bindings);
        Files.writeString(reference.resolve("plans.csv"), plans);
        Files.writeString(reference.resolve("retention_policies.csv"), policies);
        Files.writeString(reference.resolve("packages.csv"), packages);
    }

    private void writeTraffic(Path traffic) throws IOException {
        Path folder = Files.createDirectories(traffic.resolve(workspace()).resolve(day.toString()));
        Files.writeString(folder.resolve("records.csv"), records);
        Files.writeString(folder.resolve("rows.ndjson"), rows);
    }
}
