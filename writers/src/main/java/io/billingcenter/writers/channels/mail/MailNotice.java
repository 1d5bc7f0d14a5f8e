package io.billingcenter.writers.channels.mail;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.outbox.Outcome;
import io.billingcenter.domain.outbox.Shipment;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.writers.channels.Channel;
import io.billingcenter.writers.channels.Parcel;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.channels.RefusedParcelException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends a notice of a parcel, with or without its files. Every attempt has the same message id, by which mail systems drop a
 * second one.
 */
public final class MailNotice implements Channel {

    private static final long MOST_ATTACHED_BYTES = 10L << 20;

    private final MailServer server;
    private final MailRules rules;
    private final Receivers receivers;
    private final RemoteTimeouts timeouts;

    /**
     * The form of the mail.
     *
     * @param from address of the sender
     * @param attach whether the files are attached
     * @param link address below which people find the files; empty for none
     */
    public record MailRules(String from, boolean attach, String link) {}

    /** The receivers of the mail of a shipment. */
    @FunctionalInterface
    public interface Receivers {

        /** Returns the addresses; none if nobody is known. */
        List<String> of(Shipment shipment);
    }

    /** Creates a channel; nothing is opened before the first parcel. */
    public MailNotice(MailServer server, MailRules rules, Receivers receivers, RemoteTimeouts timeouts) {
        this.server = server;
        this.rules = rules;
        this.receivers = receivers;
        this.timeouts = timeouts;
    }

    @Override
    public Outcome.Shipped ship(Parcel parcel) throws IOException {
        List<String> to = receivers.of(parcel.shipment());
        if (to.isEmpty()) {
            throw new RefusedParcelException(
                    "Expected an address for the mail of " + parcel.shipment().name()
                            + ", found none; give the account one in invoice_profiles.csv, then ship again with --again");
        }
        JavaMailSenderImpl sender = server.sender(timeouts);
        try {
            MimeMessage message = message(sender, parcel, to);
            sender.send(message);
            return new Outcome.Shipped(server.address() + " for " + String.join(", ", to), Map.of());
        } catch (MailAuthenticationException e) {
            // The message of the cause may quote what was sent.
            throw RemoteException.lasting("Expected " + server.address()
                    + " to accept user and password, found that it does not;" + " correct user or password-file");
        } catch (MailException e) {
            throw failure(e);
        } catch (MessagingException e) {
            throw RemoteException.lasting(
                    "Expected to write the mail of " + parcel.shipment().name() + ", found " + e.getMessage()
                            + "; correct the addresses",
                    e);
        }
    }

    private IOException failure(MailException e) {
        Throwable cause = e instanceof MailSendException send && send.getMessageExceptions().length > 0
                ? send.getMessageExceptions()[0]
                : Objects.requireNonNullElse(e.getCause(), e);
        String found = "Expected " + server.address() + " to accept the mail, found " + text(cause);
        return cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0
                ? new RefusedParcelException(found + "; correct the address")
                : RemoteException.temporary(found + "; it is tried again", e);
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().replaceAll("\\s+", " ");
    }

    private MimeMessage message(JavaMailSenderImpl sender, Parcel parcel, List<String> to) throws MessagingException {
        MimeMessage message = new StableMessage(sender, messageId(parcel.shipment()));
        boolean attaches = rules.attach() && attachedBytes(parcel) <= MOST_ATTACHED_BYTES;
        MimeMessageHelper helper = new MimeMessageHelper(message, attaches, StandardCharsets.UTF_8.name());
        helper.setFrom(rules.from());
        helper.setTo(to.toArray(String[]::new));
        helper.setSubject(MailText.subject(parcel.shipment()));
        helper.setText(MailText.body(parcel, attaches, rules.link()));
        if (attaches) {
            helper.setEncodeFilenames(false);
            for (ParcelFile file : parcel.files()) {
                helper.addAttachment(nameOf(file), () -> file.content().open());
            }
        }
        return message;
    }

    /** The library would encode the name by the charset of the platform. */
    private static String nameOf(ParcelFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        try {
            return MimeUtility.encodeText(name, StandardCharsets.UTF_8.name(), "B");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long attachedBytes(Parcel parcel) {
        return parcel.files().stream().mapToLong(ParcelFile::bytes).sum();
    }

    private String messageId(Shipment shipment) {
        String name = String.join(
                "|",
                shipment.period(),
                Integer.toString(shipment.revision()),
                shipment.target(),
                shipment.account(),
                shipment.contentDigest());
        return "<" + Digests.sha256(name) + "@" + domainOf(rules.from()) + ">";
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    /** A message that keeps its id, of which the library would make a new one for each attempt. */
    private static final class StableMessage extends MimeMessage {

        private final String id;

        private StableMessage(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
