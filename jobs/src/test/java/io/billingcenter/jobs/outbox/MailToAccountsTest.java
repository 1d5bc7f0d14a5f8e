package io.billingcenter.jobs.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.domain.outbox.ShipmentStatus;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.outbox.AccountAddresses;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.reference.InvoiceProfileTable;
import io.billingcenter.writers.tables.guard.ConsentWriter;
import io.billingcenter.writers.tables.outbox.ShipmentWriter;
import jakarta.mail.Message;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailToAccountsTest {

    private static final String USER = "billing";
    private static final String PASSWORD = "mp-51ce08";

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private ShippingWorld world;

    @BeforeEach
    void begin() throws Exception {
        mail.setUser("billing@example.test", USER, PASSWORD);
        mail.start();
        world = new ShippingWorld(MigratedDatabase.create(), folder);
        Files.writeString(folder.resolve("password"), PASSWORD);
        target("password", "accounts", "all");
    }

    @AfterEach
    void end() {
        mail.stop();
    }

    private void target(String password, String receiver, String value) {
        world.target(
                "mail",
                "kind",
                "mail",
                "address",
                "smtp://127.0.0.1:" + mail.getSmtp().getPort(),
                "user",
                USER,
                "password-file",
                password,
                "from",
                "billing@example.test",
                receiver,
                value,
                "what",
                receiver.equals("to") ? "totals" : "documents",
                "attach",
                "true");
    }

    @Test
    void nobodyGetsMailBeforeAPersonHasConfirmedIt() throws Exception {
        world.publish("2026-10/documents", 1, ShippingTest.files("ba1/INV-1.pdf", "ba2/INV-2.pdf"));
        world.plan();
        assertThat(world.ship()).isEmpty();
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(world.shipping().objection(world.targets().named("mail")))
                .hasValueSatisfying(text -> assertThat(text).contains("ship --target mail --yes"));

        confirm();
        assertThat(world.ship()).hasSize(2);
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void eachAccountGetsItsOwnDocumentsOnly() throws Exception {
        world.publish(
                "2026-10/documents",
                1,
                ShippingTest.files("ba1/INV-1.pdf", "ba1/账单-2026-10.pdf", "ba2/INV-2.pdf", "ba11/INV-3.pdf"));
        world.plan();
        confirm();
        world.ship();

        assertThat(attachments("ba1@example.test")).containsExactly("INV-1.pdf", "账单-2026-10.pdf");
        assertThat(attachments("ba2@example.test")).containsExactly("INV-2.pdf");
        assertThat(attachments("ba11@example.test")).containsExactly("INV-3.pdf");
        for (MimeMessage message : mail.getReceivedMessages()) {
            String all = GreenMailUtil.getWholeMessage(message);
            String receiver = message.getRecipients(Message.RecipientType.TO)[0].toString();
            assertThat(message.getAllRecipients()).hasSize(1);
            for (String account : List.of("ba1", "ba2", "ba11")) {
                if (!receiver.equals(account + "@example.test")) {
                    assertThat(all).doesNotContain(account + "/", account + "@");
                }
            }
            assertThat(message.getSubject()).contains("账单 2026-10");
        }
    }

    /** The second mail after a lost answer has the id of the first, so that mail systems drop it. */
    @Test
    void everyAttemptHasTheSameMessageId() throws Exception {
        world.publish("2026-10/documents", 1, ShippingTest.files("ba1/INV-1.pdf"));
        world.plan();
        confirm();
        world.ship();
        new ShipmentWriter(world.jdbc()).reopen(world.shipment("mail").id());
        world.ship();

        MimeMessage[] messages = mail.getReceivedMessages();
        assertThat(messages).hasSize(2);
        Set<String> ids = new TreeSet<>();
        for (MimeMessage message : messages) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(1).allMatch(id -> id.endsWith("@example.test>"));
    }

    @Test
    void anAccountWithoutAnAddressHoldsNobodyElseUp() throws Exception {
        world.mailTo(shipment -> shipment.account().equals("ba1") ? List.of() : List.of("two@example.test"));
        world.publish("2026-10/documents", 1, ShippingTest.files("ba1/INV-1.pdf", "ba2/INV-2.pdf"));
        world.plan();
        confirm();
        world.ship();

        assertThat(world.history())
                .extracting(history -> history.shipment().status())
                .containsExactly(ShipmentStatus.REFUSED, ShipmentStatus.SHIPPED);
        assertThat(world.history().get(0).shipment().error()).contains("ba1", "invoice_profiles.csv");
    }

    @Test
    void aWrongPasswordIsRefusedAndNotPrinted() throws Exception {
        Files.writeString(folder.resolve("wrong"), "mp-wrong");
        target("wrong", "to", "finance@example.test");
        world.publish("2026-10", 1, ShippingTest.files("invoices.csv"));
        world.plan();
        world.ship();

        Shipment shipment = world.shipment("mail");
        assertThat(shipment.status()).isEqualTo(ShipmentStatus.REFUSED);
        assertThat(shipment.error()).contains("password-file").doesNotContain("mp-wrong");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aNoticeHasTheTotalsAndNoFile() throws Exception {
        target("password", "to", "finance@example.test");
        world.publish("2026-10", 1, ShippingTest.files("invoices.csv"));
        world.publish("2026-10/documents", 1, ShippingTest.files("ba1/INV-1.pdf"));
        world.plan();
        world.ship();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        String text = text(mail.getReceivedMessages()[0]);
        assertThat(text).contains("CNY 12.30", "2026-10").doesNotContain("invoices.csv", "INV-1");
    }

    /** The address is that of the profile that is in force on the day. */
    @Test
    void addressesComeFromInvoiceProfiles() {
        profile("ba1", "2026-01-01", "2026-06-01", "old@example.test");
        profile("ba1", "2026-06-01", null, "one@example.test, two@example.test");
        profile("ba2", "2026-01-01", null, "");
        AccountAddresses addresses = new AccountAddresses(world.jdbc());

        assertThat(addresses.of("ba1", LocalDate.of(2026, 5, 31))).containsExactly("old@example.test");
        assertThat(addresses.of("ba1", LocalDate.of(2026, 6, 1)))
                .containsExactly("one@example.test", "two@example.test");
        assertThat(addresses.of("ba1", LocalDate.of(2025, 6, 1))).isEmpty();
        assertThat(addresses.of("ba2", LocalDate.of(2026, 6, 1))).isEmpty();
        assertThat(addresses.of("ba3", LocalDate.of(2026, 6, 1))).isEmpty();
    }

    private void profile(String account, String from, @Nullable String to, String email) {
        InvoiceProfileTable.TABLE.insert(
                world.jdbc(),
                InvoiceProfileTable.row(new InvoiceProfile(
                        new BillingAccountId(account),
                        new Buyer("t", "", "", "", "", "", email, "", "", "", ""),
                        new DayRange(BillingDay.parse(from), to == null ? null : BillingDay.parse(to)))));
    }

    @Test
    void mailNeedsOneKindOfReceivers() {
        assertThatThrownBy(() -> {
                    world.target(
                            "both",
                            "kind",
                            "mail",
                            "address",
                            "smtp://127.0.0.1:1",
                            "from",
                            "a@b",
                            "what",
                            "documents");
                    world.targets();
                })
                .hasMessageContaining("billing.delivery.targets.both");
    }

    private void confirm() {
        new ConsentWriter(world.jdbc())
                .add(Consent.of(
                        ConsentKind.SHIP_MAIL, "mail", "test", new Consent.Given("Ann", "2026-12-01T01:00:00Z")));
    }

    private List<String> attachments(String receiver) throws Exception {
        List<String> names = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getRecipients(Message.RecipientType.TO)[0].toString().equals(receiver)) {
                MimeMultipart parts = (MimeMultipart) message.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    if (Part.ATTACHMENT.equals(parts.getBodyPart(i).getDisposition())) {
                        names.add(MimeUtility.decodeText(parts.getBodyPart(i).getFileName()));
                    }
                }
            }
        }
        return names;
    }

    private static String text(Part part) throws Exception {
        Object content = part.getContent();
        if (content instanceof MimeMultipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return content.toString();
    }
}
