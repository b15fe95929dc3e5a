import Bytes
import Testing

@Suite("A buffer of bytes")
struct AppendTests {
  @Test(
    "takes numbers in tens",
    arguments: [0, 7, 9, 10, 99, 100, 4_096, 1_771_585_200_123_456_789, .max, -1, .min])
  func decimal(value: Int) {
    var bytes = Array("n".utf8)
    bytes.append(decimal: value)
    #expect(String(decoding: bytes, as: UTF8.self) == "n\(value)")
  }

  @Test(
    "takes numbers in sixteens", arguments: [0, 1, 9, 10, 15, 16, 255, 0x1_0000, 0x0FED_CBA9_8765_4321, .max])
  func hexadecimal(value: UInt64) {
    var bytes = Array("n".utf8)
    bytes.append(hex: value)
    #expect(String(decoding: bytes, as: UTF8.self) == "n\(String(value, radix: 16))")
  }
}
