package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.Workplace.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shipments through the command line: what is sent, what is not, and what is said about it. */
class ShipCommandTest {

    private static final String DAY = "2026-10-15";
    private static final List<String> SECRETS =
            List.of("pw-71c0d2", "kp-19bb3e", "ak-2206f1", "sk-93aa57", "mp-0c7d44", "wh-5f1be8");

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void begin() throws IOException {
        begin(folder.resolve("db/billing").toString());
    }

    private void begin(String db) throws IOException {
        place = new Workplace(folder, db);
        place.arrive(Workplace.HOME.resolve("input-samples/one-day"));
        Files.createDirectories(folder.resolve("share"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anArmedInstallationShipsWhatANightDelivers(Databases database) throws IOException {
        begin(database.address(folder));
        String share = folder.resolve("share").toString();
        Answer unarmed = billing(
                "nightly",
                "--day",
                DAY,
                "--set",
                "billing.delivery.targets.share.kind=folder",
                "--set",
                "billing.delivery.targets.share.address=" + share);
        assertThat(unarmed.status()).as(unarmed.text()).isZero();
        assertThat(unarmed.text()).contains("1 sets wait, and nothing is sent");
        assertThat(folder.resolve("share")).isEmptyDirectory();

        String id = Files.readString(place.out().resolve(".installation")).strip();
        assertThat(unarmed.text()).contains(id);
        Answer dry = armed(id, share, "ship", "--dry-run");
        assertThat(dry.text()).contains("would send " + DAY + "/r1 to share", "usage.csv", "Nothing was sent");
        assertThat(folder.resolve("share")).isEmptyDirectory();
        assertThat(billing("verify").status()).isZero();

        Answer receipts = armed(id, share, "receipts");
        assertThat(receipts.status()).isEqualTo(2);
        assertThat(receipts.text()).contains("pending", DAY + "/r1 to share", "0 shipped, 1 open");
        Answer gone = billing("receipts");
        assertThat(gone.status()).isZero();
        assertThat(gone.text())
                .contains("not configured", DAY + "/r1 to share", "0 shipped, 0 open, 1 for targets that are not");
        String[] other = {
            "--set",
            "billing.delivery.armed-for=" + id,
            "--set",
            "billing.delivery.targets.other.kind=folder",
            "--set",
            "billing.delivery.targets.other.address=" + folder.resolve("other-share")
        };
        assertThat(billing(join(List.of("ship", "--dry-run"), other)).text())
                .contains("not configured: " + DAY + "/r1 to share")
                .doesNotContain("would send");
        Answer none = billing(join(List.of("ship", "--again"), other));
        assertThat(none.status()).as(none.text()).isZero();
        assertThat(folder.resolve("share")).isEmptyDirectory();
        Answer shipped = armed(id, share, "ship");
        assertThat(shipped.status()).as(shipped.text()).isZero();
        assertThat(shipped.text()).contains("shipped " + DAY + "/r1 to share");
        assertThat(Workplace.filesBelow(folder.resolve("share/" + DAY)))
                .usingRecursiveComparison()
                .isEqualTo(Workplace.filesBelow(place.out().resolve(DAY)));
        assertThat(billing("receipts").status()).isZero();
        assertThat(billing("verify").status()).isZero();

        Answer again = armed(id, share, "nightly", "--day", DAY);
        assertThat(again.status()).as(again.text()).isZero();
        assertThat(billing("verify").status()).isZero();
        assertThat(armed(id, share, "ship").text()).contains("Nothing is to be sent.");
        Path csv = folder.resolve("receipts.csv");
        assertThat(billing("receipts", "--period", "2026-10", "--csv", csv.toString())
                        .status())
                .isZero();
        assertThat(Files.readString(csv)).contains(DAY + ",1,,share,,shipped,1,");

        Files.writeString(place.out().resolve("receipts/" + DAY + "/r1/share-1.json"), "{}");
        assertThat(billing("verify").status()).isEqualTo(3);
    }

    @Test
    void aTargetThatIsAwayColoursTheNightAndChangesNothingElse() throws IOException {
        Answer first = billing("nightly", "--day", DAY);
        Map<String, byte[]> delivered = place.delivered();
        Workplace other = new Workplace(
                folder.resolve("other"), folder.resolve("other/db/billing").toString());
        other.arrive(Workplace.HOME.resolve("input-samples/one-day"));
        String[] away = {
            "--set",
            "billing.delivery.targets.away.kind=folder",
            "--set",
            "billing.delivery.targets.away.address=" + folder.resolve("not-mounted"),
            "--set",
            "billing.delivery.retry.attempts=2",
            "--set",
            "billing.delivery.retry.first=1ms"
        };
        Answer unarmed = other.billing(join(List.of("import", "--day", DAY), away));
        assertThat(unarmed.status()).isZero();
        Answer none = other.billing(join(List.of("deliver", "--day", DAY), away));
        assertThat(none.status()).as(none.text()).isZero();
        String id = Files.readString(other.out().resolve(".installation")).strip();
        Answer second = other.billing(
                join(List.of("nightly", "--day", DAY, "--set", "billing.delivery.armed-for=" + id), away));

        assertThat(first.status()).isZero();
        assertThat(second.status()).as(second.text()).isEqualTo(2);
        assertThat(second.text()).contains("look at", "to away is pending after 2 attempts", "not-mounted");
        assertThat(other.billing(join(List.of("receipts"), away)).text())
                .contains("attempt 2", "unreached: ")
                .doesNotContain("delayed");
        Path report = Files.list(other.out().resolve("reports"))
                .filter(page -> page.getFileName().toString().startsWith("nightly"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(report.resolve("report.json"))).contains("\"target\" : \"away\"", "\"pending\"");
        assertThat(other.delivered().get(DAY + "/r2/usage.csv")).isEqualTo(delivered.get(DAY + "/r1/usage.csv"));
    }

    @Test
    void noSecretIsPrintedLoggedOrStored() throws Exception {
        Files.writeString(folder.resolve("hosts"), "");
        for (String secret : SECRETS) {
            Files.writeString(folder.resolve(secret.substring(0, 2)), secret + "\n");
        }
        List<String> targets = new ArrayList<>();
        target(
                targets,
                "s",
                "kind=sftp",
                "address=sftp://finance@127.0.0.1:1/in",
                "password-file=" + folder.resolve("pw"),
                "known-hosts=" + folder.resolve("hosts"));
        target(
                targets,
                "k",
                "kind=sftp",
                "address=sftp://finance@127.0.0.1:1/in",
                "key=" + folder.resolve("kp"),
                "key-password-file=" + folder.resolve("kp"),
                "known-hosts=" + folder.resolve("hosts"));
        target(
                targets,
                "o",
                "kind=s3",
                "address=s3://bucket/in",
                "endpoint=http://127.0.0.1:1",
                "access-key-file=" + folder.resolve("ak"),
                "secret-key-file=" + folder.resolve("sk"));
        target(
                targets,
                "m",
                "kind=mail",
                "address=smtp://127.0.0.1:1",
                "user=u",
                "password-file=" + folder.resolve("mp"),
                "from=a@example.test",
                "to=b@example.test",
                "what=totals");
        target(targets, "w", "kind=webhook", "address=http://127.0.0.1:1/x", "secret-file=" + folder.resolve("wh"));
        targets.addAll(List.of("--set", "billing.delivery.retry.attempts=1"));
        place.billing(join(List.of("deliver", "--day", DAY)));
        String id = Files.readString(place.out().resolve(".installation")).strip();
        List<String> command =
                new ArrayList<>(List.of("nightly", "--day", DAY, "--set", "billing.delivery.armed-for=" + id));
        command.addAll(targets);
        BillingProcess process =
                BillingProcess.start(BillingProcess.Program.ofTests(), place, command.toArray(String[]::new));
        String commandLine =
                String.join(" ", process.process().info().arguments().orElse(new String[0]));
        assertThat(process.end()).as(process.console()).isEqualTo(2);
        assertThat(process.console()).contains("to s is", "to k is", "to o is", "to m is", "to w is");

        assertThat(SECRETS).noneMatch(commandLine::contains);
        for (Map.Entry<String, byte[]> file : Workplace.filesBelow(folder).entrySet()) {
            if (file.getKey().length() == 2) {
                continue;
            }
            String content = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            assertThat(SECRETS).as(file.getKey()).noneMatch(content::contains);
        }
    }

    @Test
    void wrongUseIsRefusedAndMailToAccountsTakesAConsent() throws IOException {
        assertThat(billing("ship").text()).contains("No target is configured");
        assertThat(billing("ship", "--yes").status()).isEqualTo(1);
        assertThat(billing("ship", "--target", "none").status()).isEqualTo(1);
        assertThat(billing(
                                "nightly",
                                "--day",
                                DAY,
                                "--set",
                                "billing.delivery.targets.x.kind=sftp",
                                "--set",
                                "billing.delivery.targets.x.address=ftp://h")
                        .status())
                .isEqualTo(1);
        assertThat(place.out()).doesNotExist();
        String[] mail = {
            "--set", "billing.delivery.targets.m.kind=mail",
            "--set", "billing.delivery.targets.m.address=smtp://127.0.0.1:1",
            "--set", "billing.delivery.targets.m.from=a@example.test",
            "--set", "billing.delivery.targets.m.accounts=all",
            "--set", "billing.delivery.targets.m.what=documents"
        };
        assertThat(billing(join(List.of("ship", "--target", "m", "--dry-run"), mail))
                        .text())
                .contains("Nothing goes to m: mail to accounts was never confirmed", "--yes");
        Answer confirmed = billing(join(List.of("ship", "--target", "m", "--yes"), mail));
        assertThat(confirmed.status()).as(confirmed.text()).isZero();
        assertThat(billing(join(List.of("ship", "--target", "m", "--dry-run"), mail))
                        .text())
                .doesNotContain("never confirmed");
        assertThat(billing("verify").status()).isZero();
    }

    /** The libraries of the channels are loaded by those who use them. */
    @Test
    void aNightWithoutTargetsLoadsNoClientOfAReceiver() throws Exception {
        Path classes = folder.resolve("classes.txt");
        BillingProcess process = BillingProcess.start(
                BillingProcess.Program.ofTests().with("-Xlog:class+load:file=" + classes),
                place,
                "nightly",
                "--day",
                DAY);
        assertThat(process.end()).as(process.console()).isZero();

        String loaded = Files.readString(classes);
        assertThat(loaded).contains("io.billingcenter.jobs.outbox.ShipTargets");
        assertThat(loaded)
                .doesNotContain("software.amazon.", "org.apache.sshd.", "jakarta.mail.", "org.springframework.mail.");
    }

    private static void target(List<String> words, String name, String... settings) {
        for (String setting : settings) {
            words.addAll(List.of("--set", "billing.delivery.targets." + name + "." + setting));
        }
    }

    private Answer armed(String id, String share, String... command) {
        return billing(join(
                List.of(command),
                "--set",
                "billing.delivery.armed-for=" + id,
                "--set",
                "billing.delivery.targets.share.kind=folder",
                "--set",
                "billing.delivery.targets.share.address=" + share));
    }

    private Answer billing(String... command) {
        return place.billing(command);
    }

    private static String[] join(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
