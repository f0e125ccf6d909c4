package bcl.night;

/** The answer to "may another chunk start?". */
public sealed interface Pace {
    record Go() implements Pace {}

    record Stop(StopReason reason) implements Pace {}

    /** Why a run ends with work left; the message says it to the operator. */
    enum StopReason {
        WINDOW_END("the end of the window, or of --until, has come"),
        TOO_LITTLE_TIME("what is left of the window is shorter than a chunk may take"),
        STOP_REQUESTED("it was asked to stop"),
        TURN_OVER("its turn is over: others go first");

        private final String message;

        StopReason(String message) {
            this.message = message;
        }

        public String message() {
            return message;
        }
    }
}
