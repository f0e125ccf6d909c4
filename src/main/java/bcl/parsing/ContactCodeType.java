package bcl.parsing;

import bcl.wire.ContactCodes;
import bcl.wire.Reason;

/** A contact code of section 5, aliases included; the value is as it was sent (CON00001). */
public final class ContactCodeType extends TextForm {
    public ContactCodeType() {
        super(Reason.CON00001);
    }

    @Override
    boolean fits(String text) {
        return ContactCodes.find(text) != null;
    }
}
