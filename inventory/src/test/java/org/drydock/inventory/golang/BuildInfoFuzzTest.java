package org.drydock.inventory.golang;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.drydock.inventory.text.Cataloged;

class BuildInfoFuzzTest {
    private static final Executable KIND = new Executable(8, ByteOrder.LITTLE_ENDIAN);

    @FuzzTest
    void fuzz(FuzzedDataProvider data) {
        int form = data.consumeInt(0, 6);
        byte[] file = switch (form) {
            case 0 -> KIND.elf(data.consumeRemainingAsBytes());
            case 1 -> KIND.pe(data.consumeRemainingAsBytes());
            case 2 -> KIND.machO(data.consumeRemainingAsBytes());
            case 3 -> KIND.elf(KIND.inlineBlob(data.consumeString(40), data.consumeRemainingAsString()));
            case 4 -> KIND.elf(KIND.pointerBlob(data.consumeString(40), data.consumeRemainingAsString()));
            case 5 -> withHeaders(data);
            default -> data.consumeRemainingAsBytes();
        };
        ByteBuffer head = ByteBuffer.wrap(file, 0, Math.min(file.length, 4096)).slice();
        ExecutableFormat.mayBeGo(head, file.length);
        Cataloged.by(new GoBinaryCataloger(), "bin/a", file).checked();
    }

    /** An honest executable with its headers overwritten. */
    private static byte[] withHeaders(FuzzedDataProvider data) {
        byte[] blob = KIND.inlineBlob("go1.22.1", "mod\ta\tv1\t\n");
        byte[] file = data.consumeBoolean() ? KIND.elf(blob) : data.consumeBoolean() ? KIND.pe(blob) : KIND.machO(blob);
        byte[] over = data.consumeRemainingAsBytes();
        System.arraycopy(over, 0, file, 4, Math.min(over.length, file.length - 4));
        return file;
    }
}
