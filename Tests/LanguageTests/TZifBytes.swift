/// A zone file written by hand, so that reading it is tested where no system files are.
struct TZifBytes {
  var version: UInt8 = 2
  var transitions: [(second: Int, type: UInt8)] = []
  var types: [(offset: Int, isDaylight: Bool, text: UInt8)] = [(0, false, 0)]
  var texts = "UTC\0"
  var footer: String? = "\n\n"

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let wide = version > 1
    if wide { append(body: TZifBytes(version: version), width: 4, to: &bytes) }
    append(body: self, width: wide ? 8 : 4, to: &bytes)
    if wide, let footer { bytes.append(contentsOf: footer.utf8) }
    return bytes
  }

  private func append(body: TZifBytes, width: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "TZif".utf8)
    bytes.append(version == 1 ? 0 : version + UInt8(ascii: "0"))
    bytes.append(contentsOf: [UInt8](repeating: 0, count: 15))
    for count in [0, 0, 0, body.transitions.count, body.types.count, body.texts.utf8.count] {
      append(count, width: 4, to: &bytes)
    }
    for transition in body.transitions { append(transition.second, width: width, to: &bytes) }
    bytes.append(contentsOf: body.transitions.map(\.type))
    for type in body.types {
      append(type.offset, width: 4, to: &bytes)
      bytes.append(contentsOf: [type.isDaylight ? 1 : 0, type.text])
    }
    bytes.append(contentsOf: body.texts.utf8)
  }

  private func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
    for place in (0..<width).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
