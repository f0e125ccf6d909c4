package bcl.jobs;

/** Work was ready to be committed when the window had closed meanwhile: it was undone, and the next run does it again. */
final class WindowClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WindowClosed() {
        super("the window closed before this was done, and it was undone");
    }
}
