package io.billingcenter.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A password or key, named by the file or the environment variable that holds it. Its text is read whenever it is used and is
 * kept nowhere; the name is all that is ever printed.
 */
public final class Secret {

    private static final String FROM_ENVIRONMENT = "env:";

    private final String source;
    private final @Nullable Path file;
    private final UnaryOperator<@Nullable String> environment;

    private Secret(String source, @Nullable Path file, UnaryOperator<@Nullable String> environment) {
        this.source = source;
        this.file = file;
        this.environment = environment;
    }

    /**
     * Returns the secret that a setting names.
     *
     * @param setting path of a file, or {@code env:} and the name of an environment variable
     * @param home folder against which a relative path is resolved
     */
    public static Secret of(String setting, Path home) {
        return of(setting, home, System::getenv);
    }

    /** Returns the same, with an environment of the caller. */
    public static Secret of(String setting, Path home, UnaryOperator<@Nullable String> environment) {
        return new Secret(setting, setting.startsWith(FROM_ENVIRONMENT) ? null : home.resolve(setting), environment);
    }

    /**
     * Returns the text, without the line break at its end.
     *
     * @throws RemoteException if the file or the variable is not there or has no text
     */
    public String reveal() throws RemoteException {
        String text = file == null ? ofVariable() : ofFile(file);
        if (text.isEmpty()) {
            throw RemoteException.lasting("Expected a secret in " + source + ", found no text; write it there");
        }
        return text;
    }

    private String ofVariable() throws RemoteException {
        String name = source.substring(FROM_ENVIRONMENT.length());
        String text = environment.apply(name);
        if (text == null) {
            throw RemoteException.lasting("Expected a secret in the environment variable " + name
                    + ", found no such variable; set it for the process");
        }
        return text;
    }

    private String ofFile(Path secretFile) throws RemoteException {
        try {
            return Files.readString(secretFile, StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            // The message of the cause may quote the content.
            throw RemoteException.lasting("Expected a secret in the file " + source + ", found "
                    + e.getClass().getSimpleName() + "; create the file, readable for the program");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && source.equals(secret.source) && Objects.equals(file, secret.file);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /** Returns the name of the file or variable, never the text. */
    @Override
    public String toString() {
        return "secret in " + source;
    }
}
