package io.billingcenter.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded traffic of every kind for workspaces {@code ws-0}, {@code ws-1}, ... of one billing account. */
final class Traffic {

    static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";

    private static final long SEED = 20261122;
    private static final String[] KINDS = {
        "metric",
        "log",
        "event",
        "security_check",
        "synthetic",
        "synthetic_self",
        "span",
        "profile",
        "rum_view",
        "rum_resource",
        "rum_action",
        "rum_error",
        "rum_long_task",
        "session_replay",
        "network",
        "trigger",
        "sms",
        "forward_external",
        "forward_stored",
        "scan",
        "pipeline",
        "report",
        "datakit"
    };

    private final String day;

    Traffic(String day) {
        this.day = day;
    }

    /** That many records of a workspace, each with its line end; always the same. */
    List<String> records(int workspace, int count) {
        Random random = new Random(SEED * 31 + workspace);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String kind = KINDS[random.nextInt(KINDS.length)];
            records.add(String.join(
                            ",",
                            "r" + i,
                            day + "T" + two(random.nextInt(24)) + ":" + two(random.nextInt(60)) + ":00+08:00",
                            "ws-" + workspace,
                            kind,
                            kind.equals("trigger") ? "monitor.log" : "s" + random.nextInt(3),
                            "e" + random.nextInt(40),
                            Integer.toString(1 + random.nextInt(1000)),
                            Integer.toString(random.nextInt(700_000)),
                            Integer.toString(random.nextInt(90_000)))
                    + "\n");
        }
        return records;
    }

    /** Writes the records as one plain file. */
    void writeFile(Workplace place, int workspace, List<String> records) throws IOException {
        Files.writeString(
                folder(place, workspace).resolve("traffic.csv"),
                HEADER + String.join("", records),
                StandardCharsets.UTF_8);
    }

    /** The folder of the workspace-day, made if it is not there. */
    Path folder(Workplace place, int workspace) throws IOException {
        return Files.createDirectories(
                place.traffic().resolve("ws-" + workspace).resolve(day));
    }

    /** Writes the reference files of that many workspaces. */
    void writeReference(Workplace place, int workspaces) throws IOException {
        Path reference = Files.createDirectories(place.reference());
        Files.writeString(reference.resolve("console_accounts.csv"), "email,name\no@example.com,Owner\n");
        Files.writeString(
                reference.resolve("billing_accounts.csv"),
                "account_id,username,name,currency,certified\na1,a1,One,CNY,true\n");
        StringBuilder rows = new StringBuilder("workspace_id,name,site,console_account,storage_type,channel,created\n");
        StringBuilder bindings = new StringBuilder("workspace_id,account_id,settlement,vendor_account,from,to\n");
        for (int i = 0; i < workspaces; i++) {
            rows.append("ws-").append(i).append(",W,cn1,o@example.com,es,website,2026-01-01\n");
            bindings.append("ws-").append(i).append(",a1,wallet,,2026-01-01,\n");
        }
        Files.writeString(reference.resolve("workspaces.csv"), rows);
        Files.writeString(reference.resolve("bindings.csv"), bindings);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
