//! CRC-32C, by which a damaged pack is known.

/// The polynomial, its lowest power first.
const POLYNOMIAL: u32 = 0x82f6_3b78;

/// The checksum of the bytes.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    let table: [u32; 256] = core::array::from_fn(|byte| of_byte(u32::try_from(byte).unwrap_or(0)));
    let mut sum = u32::MAX;
    for byte in bytes {
        let [low, ..] = (sum ^ u32::from(*byte)).to_le_bytes();
        sum = sum >> 8 ^ table.get(usize::from(low)).copied().unwrap_or(0);
    }
    !sum
}

fn of_byte(byte: u32) -> u32 {
    let mut sum = byte;
    for _ in 0..8 {
        sum = sum >> 1 ^ if sum & 1 == 1 { POLYNOMIAL } else { 0 };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_crc_32c() {
        // The check value of the catalogue of CRCs, and RFC 3720 B.4: 32 zeros, 32 ones.
        assert_eq!(checksum(b"123456789"), 0xe306_9283);
        assert_eq!(checksum(&[0; 32]), 0x8a91_36aa);
        assert_eq!(checksum(&[0xff; 32]), 0x62a8_ab43);
    }
}
