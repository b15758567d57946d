"""Touch screens in the shop-fronts: devices, the skin, the offline set, monitoring."""
