package io.billingcenter.remote.sftp;

import io.billingcenter.remote.RemoteException;
import java.util.Set;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Tells failures of SFTP that a repeat may overcome from those that stay. */
public final class SftpFailures {

    private static final Set<Integer> LASTING_ENDS = Set.of(
            SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE,
            SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
            SshConstants.SSH2_DISCONNECT_HOST_NOT_ALLOWED_TO_CONNECT,
            SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME);

    private static final Set<Integer> LASTING_ANSWERS = Set.of(
            SftpConstants.SSH_FX_NO_SUCH_FILE,
            SftpConstants.SSH_FX_NO_SUCH_PATH,
            SftpConstants.SSH_FX_PERMISSION_DENIED,
            SftpConstants.SSH_FX_OP_UNSUPPORTED,
            SftpConstants.SSH_FX_WRITE_PROTECT,
            SftpConstants.SSH_FX_NOT_A_DIRECTORY);

    private SftpFailures() {}

    /**
     * Returns a failure as one that a repeat may overcome, or not.
     *
     * @param address the server, without a secret
     */
    public static RemoteException of(String address, Exception failure) {
        if (failure instanceof RemoteException remote) {
            return remote;
        }
        String found = "Expected an answer of " + address + ", found " + text(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SftpException answer && LASTING_ANSWERS.contains(answer.getStatus())) {
                return RemoteException.lasting(found + "; correct the folder or its permissions", failure);
            }
            if (cause instanceof SshException end && LASTING_ENDS.contains(end.getDisconnectCode())) {
                return RemoteException.lasting(
                        found + "; compare the host key with the file of known hosts, and the user with the server",
                        failure);
            }
        }
        return RemoteException.temporary(found + "; it is tried again", failure);
    }

    /** Returns the message of the first cause, which names the reason; those around it name objects of the library. */
    private static String text(Exception failure) {
        Throwable first = failure;
        while (first.getCause() != null && first.getCause().getMessage() != null) {
            first = first.getCause();
        }
        return first.getMessage() == null
                ? first.getClass().getSimpleName()
                : first.getMessage().replaceAll("\\s+", " ");
    }
}
