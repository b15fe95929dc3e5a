import Language
import Testing

@testable import Inventory

/// Amounts, as people and Kubernetes write them.
@Suite("Quantities")
struct QuantityTests {
  @Test(
    "sizes are read to the byte",
    arguments: [
      ("16Gi", 17_179_869_184), ("16 GiB", 17_179_869_184), ("16GiB", 17_179_869_184),
      ("16\u{A0}GiB", 17_179_869_184), ("7932Mi", 8_317_304_832), ("16106127360", 16_106_127_360),
      ("1 TB", 1_000_000_000_000), ("1,5 TB", 1_500_000_000_000), ("1.5 TiB", 1_649_267_441_664),
      ("500M", 500_000_000), ("500k", 500_000), ("500 kB", 500_000), ("1e9", 1_000_000_000), ("2E3", 2000),
      ("1E", 1_000_000_000_000_000_000), ("128974848000m", 128_974_848), ("0.1 KiB", 102), ("0", 0),
      ("512 B", 512),
      ("7.999999 EiB", 9_223_370_883_933_271_201),
    ])
  func sizes(text: String, bytes: Int) {
    #expect(ByteSize(text: text)?.bytes == bytes)
  }

  @Test(
    "what is no size is refused",
    arguments: [
      "", "GiB", "lots", "16 Gb", "16 Gib", "16 GIB", "1.2.3 GB", "1, GB", ".5 GB", "-1 GB", "8 EiB", "10E",
      "9223372036854775808", "1 iB", "16 GiBB", "1e19", "1e", "NaN",
    ])
  func noSizes(text: String) {
    #expect(ByteSize(text: text) == nil)
  }

  @Test(
    "sizes are printed in the units they were written in",
    arguments: [
      ("16Gi", "16\u{A0}GiB", "16\u{A0}GiB"), ("1,5 TB", "1,5\u{A0}TB", "1.5\u{A0}TB"),
      ("8317304832", "7,7\u{A0}GiB", "7.7\u{A0}GiB"), ("512 GB", "512\u{A0}GB", "512\u{A0}GB"),
      ("999960 MB", "1\u{A0}TB", "1\u{A0}TB"), ("2 kB", "2\u{A0}kB", "2\u{A0}kB"),
      ("0", "0\u{A0}B", "0\u{A0}B"),
    ])
  func printedSizes(text: String, spanish: String, english: String) throws {
    let size = try #require(ByteSize(text: text))
    #expect(size.text(in: .spanish) == spanish)
    #expect(size.text(in: .english) == english)
  }

  @Test(
    "cores are read in thousandths", arguments: [("4", 4000), ("500m", 500), ("1.5", 1500), ("0,25", 250)])
  func cores(text: String, millicores: Int) {
    #expect(Cores(text: text)?.millicores == millicores)
  }

  @Test(
    "speeds are read in bits",
    arguments: [
      ("2.5 Gbit/s", 2_500_000_000), ("1 Gbps", 1_000_000_000), ("600 Mb/s", 600_000_000),
      ("10GbE", 10_000_000_000),
      ("2.5G", 2_500_000_000), ("100 MB/s", 800_000_000), ("56 kbit/s", 56_000), ("9600 bit/s", 9600),
    ])
  func rates(text: String, bits: Int) {
    #expect(BitRate(text: text)?.bitsPerSecond == bits)
  }

  @Test(
    "speeds without a unit, and other nonsense, are refused", arguments: ["2.5", "fast", "10 GiB", "1 Gbit"])
  func noRates(text: String) {
    #expect(BitRate(text: text) == nil)
  }

  @Test("speed, power and processor are printed for people")
  func printed() {
    #expect(BitRate(text: "2500 Mbit/s")?.text(in: .spanish) == "2,5\u{A0}Gbit/s")
    #expect(Watts(text: "6.5 W")?.text(in: .spanish) == "6,5\u{A0}W")
    #expect(Watts(text: "1.2 kW")?.text(in: .english) == "1,200\u{A0}W")
    #expect(Cores(text: "1500m")?.text(in: .spanish) == "1,5")
  }

  @Test(
    "ages are read in seconds",
    arguments: [("90s", 90), ("15m", 900), ("12h", 43_200), ("7d", 604_800), ("2w", 1_209_600)])
  func ages(text: String, seconds: Int) {
    #expect(Age(text: text)?.seconds == seconds)
  }

  @Test("ages that are none are refused", arguments: ["7", "7 años", "-1d", "1000000w", "d"])
  func noAges(text: String) {
    #expect(Age(text: text) == nil)
  }

  @Test(
    "days may be known only in part",
    arguments: [
      ("2025", true), ("2025-10", true), ("2025-10-20", true), ("2025-13", false), ("25", false),
      ("2025-1", false),
    ])
  func partialDays(text: String, isOne: Bool) {
    #expect((PartialDay(text: text) != nil) == isOne)
  }
}
