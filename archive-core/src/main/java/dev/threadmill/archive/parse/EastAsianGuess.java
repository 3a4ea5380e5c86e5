package dev.threadmill.archive.parse;

import java.nio.charset.Charset;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Chinese, Japanese and Korean text that does not say its charset: nearly all its
 * characters are among the frequent ones of one charset, which each has in a row of its own.
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
            if (guess.is(candidate)) {
                return Charsets.named(candidate.charset);
            }
        }
        return null;
    }

    /** The more a charset demands, the earlier it is tried. */
    private enum Candidate {
        EUC_JP("euc-jp", 0xa1, 0xa1) {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead == 0xa4 || lead == 0xa5 || (lead >= 0xb0 && lead <= 0xcf);
            }

            @Override
            boolean isProof(int lead, int trail) {
                return lead == 0xa4 || lead == 0xa5;
            }
        },
        SHIFT_JIS("shift_jis", 0x81, 0x40) {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead == 0x82 || lead == 0x83 || (lead >= 0x88 && lead <= 0x97);
            }

            @Override
            boolean isProof(int lead, int trail) {
                return (lead == 0x82 && trail >= 0x9f) || lead == 0x83;
            }
        },
        EUC_KR("euc-kr", 0xa1, 0xa1) {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead >= 0xb0 && lead <= 0xc8;
            }
        },
        GB2312("gb2312", 0xa1, 0xa1) {
            @Override
            boolean isFrequent(int lead, int trail) {
                return lead >= 0xb0 && lead <= 0xd7;
            }
        },
        BIG5("big5", 0xa1, 0x40) {
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
        private final int lowestLead;
        private final int lowestTrail;

        Candidate(String charset, int lowestLead, int lowestTrail) {
            this.charset = charset;
            this.lowestLead = lowestLead;
            this.lowestTrail = lowestTrail;
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

        boolean isPunctuation(int lead) {
            return this == SHIFT_JIS ? lead == 0x81 : lead >= 0xa1 && lead <= 0xa3;
        }
    }

    /** Whether all bytes above ASCII pair up, and hardly a pair is anything but frequent. */
    private boolean is(Candidate candidate) {
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
            int trail = i + 1 < to ? bytes[i + 1] & 0xff : 0;
            if (lead < candidate.lowestLead || trail < candidate.lowestTrail || trail == 0x7f) {
                return false;
            }
            pairs++;
            if (i == end) {
                joined += alone ? 2 : 1;
            }
            alone = i != end;
            i += 2;
            end = i;
            if (!candidate.isPunctuation(lead)) {
                characters++;
                frequent += candidate.isFrequent(lead, trail) ? 1 : 0;
                proof += candidate.isProof(lead, trail) ? 1 : 0;
                distinct.set(lead << 8 | trail);
            }
        }
        // Lines drawn with the characters of a PC are one of them, over and over.
        boolean varied = distinct.cardinality() >= Math.min(12, (characters + 1) / 2);
        // Words of several characters: western text has its high bytes one by one.
        return characters >= FEWEST
                && joined * 2L >= pairs
                && varied
                && frequent * 100L >= characters * 95L
                && proof * 10L >= characters * 3L;
    }
}
