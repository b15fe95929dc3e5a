/// The units that stay on the line of their number.
enum Units {
  static func contains(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.first, bytes.count <= 5 else { return false }
    if first == UInt8(ascii: "%") { return bytes.count == 1 }
    return names.contains { $0.utf8CodeUnitCount == bytes.count && isEqual($0, bytes) }
  }

  private static func isEqual(_ name: StaticString, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    for (index, byte) in bytes.enumerated() where name.utf8Start[index] != byte { return false }
    return true
  }

  private static let names: [StaticString] = [
    "B", "KB", "kB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "kbps", "Mbps", "Gbps", "Mbit",
    "Gbit",
    "Hz", "kHz", "MHz", "GHz", "W", "kW", "kWh", "Wh", "V", "mV", "A", "mA", "mAh", "dB", "ms", "ns", "µs",
    "s", "min",
    "h", "mm", "cm", "m", "km", "g", "kg", "mg", "l", "ml", "px", "rpm", "€", "°C", "vCPU",
  ]
}
