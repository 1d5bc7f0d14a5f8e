package io.billingcenter.writers.channels.mail;

import io.billingcenter.remote.Loopback;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A server that takes mail.
 *
 * @param secured whether the connection is protected from its beginning; otherwise it is before anything is said, or the server is on
 *     this machine
 * @param user name of the user; empty for none
 * @param password secret of the user; null for none
 */
public record MailServer(
        String host,
        int port,
        boolean secured,
        String user,
        @Nullable Secret password) {

    private static final int SECURED_PORT = 465;
    private static final int SUBMISSION_PORT = 587;

    /**
     * Returns the server at an address.
     *
     * @param address text of the form {@code smtps://host:port} or {@code smtp://host:port}
     * @throws IllegalArgumentException if the address has another form
     */
    public static MailServer at(String address, String user, @Nullable Secret password) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw wrongForm();
        }
        boolean secured = "smtps".equals(uri.getScheme());
        String host = uri.getHost();
        if (!secured && !"smtp".equals(uri.getScheme()) || host == null || uri.getUserInfo() != null) {
            throw wrongForm();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secured ? SECURED_PORT : SUBMISSION_PORT;
        return new MailServer(host, port, secured, user, password);
    }

    /** The address itself is not quoted, since one of a wrong form may hold a password. */
    private static IllegalArgumentException wrongForm() {
        return new IllegalArgumentException(
                "Expected an address of the form smtps://host:port or smtp://host:port without"
                        + " a user, found another form; set user and password-file");
    }

    /** Returns a sender of mail. */
    JavaMailSenderImpl sender(RemoteTimeouts timeouts) throws RemoteException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol(secured ? "smtps" : "smtp");
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(password == null ? "" : password.reveal());
        }
        Properties properties = sender.getJavaMailProperties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(
                    protocol + "connectiontimeout",
                    Long.toString(timeouts.connect().toMillis()));
            properties.setProperty(
                    protocol + "timeout", Long.toString(timeouts.answer().toMillis()));
            properties.setProperty(
                    protocol + "writetimeout", Long.toString(timeouts.answer().toMillis()));
            properties.setProperty(protocol + "auth", Boolean.toString(!user.isEmpty()));
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
        }
        if (!secured && !Loopback.is(host)) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        return sender;
    }

    /** Returns the address without any secret. */
    String address() {
        return (secured ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
