package dev.threadmill.archive.parse.decode;

import java.nio.charset.Charset;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Chinese, Japanese and Korean text that does not say its charset: nearly all its
 * characters are among the frequent ones of one charset, which each has in rows of its own. Signs
 * and ruled lines, which anybody writes, count neither way.
 */
final class EastAsianGuess {

    /** Fewer characters than these prove nothing. */
    private static final int FEWEST = 4;

    private final byte[] bytes;
    private final int from;
    private final int to;

    private EastAsianGuess(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /** The charset in which the bytes are such text beyond doubt; else null. */
    static @Nullable Charset of(byte[] bytes, int from, int to) {
        EastAsianGuess guess = new EastAsianGuess(bytes, from, to);
        for (Candidate candidate : Candidate.values()) {
            if (guess.look(candidate).isBeyondDoubt()) {
                return Charsets.named(candidate.charset);
            }
        }
        return null;
    }

    /**
     * The charset of eight bits in which the bytes are text of the language that a declared one of
     * seven bits is for; null where they are not, and for a charset that is for no one language.
     */
    static @Nullable Charset ofLanguage(Charset sevenBits, byte[] bytes, int from, int to) {
        EastAsianGuess guess = new EastAsianGuess(bytes, from, to);
        for (Candidate candidate : Candidate.values()) {
            boolean same = sevenBits.equals(Charsets.named(candidate.sevenBits));
            if (same && guess.look(candidate).isOfLanguage()) {
                return Charsets.named(candidate.charset);
            }
        }
        return null;
    }

    /** The more a charset demands, the earlier it is tried. */
    private enum Candidate {
        EUC_JP("euc-jp", "iso-2022-jp", 0x8e, 0xa1, "\u00a1\u00a2\u00a3\u00a8\u00ad\u008e") {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead == 0xa4 || lead == 0xa5 || (lead >= 0xb0 && lead <= 0xcf);
            }

            @Override
            boolean isProof(int lead, int trail) {
                return lead == 0xa4 || lead == 0xa5;
            }
        },
        SHIFT_JIS("shift_jis", "iso-2022-jp", 0x81, 0x40, "\u0081\u0084\u0087") {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead == 0x82 || lead == 0x83 || (lead >= 0x88 && lead <= 0x97);
            }

            @Override
            boolean isProof(int lead, int trail) {
                return (lead == 0x82 && trail >= 0x9f) || lead == 0x83;
            }
        },
        EUC_KR("euc-kr", "iso-2022-kr", 0xa1, 0xa1, "\u00a1\u00a2\u00a3\u00a6\u00a7\u00a8") {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead >= 0xb0 && lead <= 0xc8;
            }
        },
        GB2312("gb2312", "iso-2022-cn", 0xa1, 0xa1, "\u00a1\u00a2\u00a3\u00a9") {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead >= 0xb0 && lead <= 0xd7;
            }
        },
        BIG5("big5", "", 0xa1, 0x40, "\u00a1\u00a2\u00a3\u00f9") {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead >= 0xa4 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1);
            }

            @Override
            boolean isProof(int lead, int trail) {
                return trail >= 0xa1;
            }
        };

        private final String charset;

        /** The charset of seven bits for the same language; empty without one. */
        private final String sevenBits;

        private final int lowestLead;
        private final int lowestTrail;

        /** First bytes of punctuation, lines, numbers in circles and, in EUC-JP, narrow kana. */
        private final String signs;

        Candidate(String charset, String sevenBits, int lowestLead, int lowestTrail, String signs) {
            this.charset = charset;
            this.sevenBits = sevenBits;
            this.lowestLead = lowestLead;
            this.lowestTrail = lowestTrail;
            this.signs = signs;
        }

        /** Whether everybody writes this character. */
        abstract boolean isFrequent(int lead, int trail);

        /**
         * Whether three in ten are to be such: the kana of Japanese, and what is no ASCII letter
         * behind a degree sign or a bullet.
         */
        boolean isProof(int lead, int trail) {
            return true;
        }

        boolean isSign(int lead) {
            return signs.indexOf(lead) >= 0;
        }

        /** Whether a byte above ASCII is a character of its own: a narrow kana of Shift_JIS. */
        boolean isSingle(int b) {
            return this == SHIFT_JIS && b >= 0xa1 && b <= 0xdf;
        }
    }

    /**
     * What the bytes are as text in one charset.
     *
     * @param pairs how many bytes above ASCII pair up; 0 where one does not
     * @param joined how many of the pairs stand next to another one
     * @param characters how many of the pairs are not signs
     * @param distinct how many of the characters there are when each counts once
     */
    private record Look(
            int pairs, int joined, int characters, int distinct, int frequent, int proof) {

        static final Look NONE = new Look(0, 0, 0, 0, 0, 0);

        /** Whether it is text in this charset, had nobody said anything of it. */
        boolean isBeyondDoubt() {
            // Lines drawn with the characters of a PC are one of them, over and over.
            boolean varied = distinct >= Math.min(12, (characters + 1) / 2);
            return characters >= FEWEST && varied && isFrequent() && proof * 10L >= characters * 3L;
        }

        /** Whether it is text in this charset, given that it is in one for the language. */
        boolean isOfLanguage() {
            return pairs > 0 && isFrequent();
        }

        /** Words of several characters, and hardly a character that is not frequent. */
        private boolean isFrequent() {
            // Western text has its high bytes one by one.
            return joined * 2L >= pairs && frequent * 100L >= characters * 95L;
        }
    }

    private Look look(Candidate candidate) {
        BitSet distinct = new BitSet();
        int characters = 0;
        int frequent = 0;
        int proof = 0;
        int pairs = 0;
        int joined = 0;
        boolean alone = true;
        int end = -1;
        int i = from;
        while (i < to) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int lead = bytes[i] & 0xff;
            if (candidate.isSingle(lead)) {
                i++;
                continue;
            }
            int trail = i + 1 < to ? bytes[i + 1] & 0xff : 0;
            if (lead < candidate.lowestLead || trail < candidate.lowestTrail || trail == 0x7f) {
                return Look.NONE;
            }
            pairs++;
            if (i == end) {
                joined += alone ? 2 : 1;
            }
            alone = i != end;
            i += 2;
            end = i;
            if (!candidate.isSign(lead)) {
                characters++;
                frequent += candidate.isFrequent(lead, trail) ? 1 : 0;
                proof += candidate.isProof(lead, trail) ? 1 : 0;
                distinct.set(lead << 8 | trail);
            }
        }
        return new Look(pairs, joined, characters, distinct.cardinality(), frequent, proof);
    }
}
