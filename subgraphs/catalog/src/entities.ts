import { Category } from './model/category.ts';
import { Product } from './model/product.ts';
import { ProductVariant } from './model/product-variant.ts';
import { Seller } from './model/seller.ts';
import { StockReservation } from './model/stock-reservation.ts';
import { StockReservationLine } from './model/stock-reservation-line.ts';

/** Everything that catalog stores. */
export const entities = [Category, Product, ProductVariant, Seller, StockReservation, StockReservationLine];
